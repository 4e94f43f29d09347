namespace Invitations.Stores;

/// <summary>The next reminder of one invitation.</summary>
/// <param name="Id">The invitation.</param>
/// <param name="ExpectedVersion">The version that it must still have.</param>
/// <param name="NextDueAt">When the next reminder is due, or null where none is.</param>
public readonly record struct ReminderMove(Guid Id, long ExpectedVersion, DateTimeOffset? NextDueAt);
