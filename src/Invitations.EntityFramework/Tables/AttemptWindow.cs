namespace Invitations.Stores.EntityFramework;

/// <summary>The attempts taken in one window of time.</summary>
internal sealed record AttemptWindow(string Key, long EndsAt, int Taken);
