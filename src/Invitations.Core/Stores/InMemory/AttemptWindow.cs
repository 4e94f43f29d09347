namespace Invitations.Stores.InMemory;

/// <summary>The attempts taken in one window of time.</summary>
internal sealed record AttemptWindow(DateTimeOffset EndsAt, int Taken);
