namespace Invitations.Stores;

/// <summary>One attempt that is asked for.</summary>
/// <param name="Key">Whose budget; a hash, no personal data.</param>
/// <param name="Limit">The most attempts in a window; at least 1.</param>
/// <param name="Window">How long a window lasts, from its first attempt on.</param>
/// <param name="Now">The present instant.</param>
public sealed record AttemptRequest(string Key, int Limit, TimeSpan Window, DateTimeOffset Now);
