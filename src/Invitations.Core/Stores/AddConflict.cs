namespace Invitations.Stores;

/// <summary>An invitation that was not added because an open one holds its key.</summary>
/// <param name="Index">The index in the list of those to add.</param>
/// <param name="Kind">The kind of the key.</param>
public readonly record struct AddConflict(int Index, UniqueKeyKind Kind);
