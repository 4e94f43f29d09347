namespace Invitations.Stores;

/// <summary>The place of an ended delivery in a list.</summary>
/// <param name="EndedAt">The instant sorted by.</param>
/// <param name="Id">The id, which decides between equal instants.</param>
public readonly record struct DeliveryKeyset(DateTimeOffset EndedAt, Guid Id);
