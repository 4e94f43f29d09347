namespace Invitations;

/// <summary>At most so many messages within a window of time.</summary>
/// <remarks>
/// A window begins with the first message that is counted in it and ends after its length; the next one begins with the first message after that. So
/// any stretch of time as long as a window has at most twice the limit.
/// </remarks>
/// <param name="Limit">The most within one window; 1 or more. There is no number for "no limit": leave the quota out.</param>
/// <param name="Window">How long a window lasts; longer than zero, at most ten years.</param>
public sealed record Quota(int Limit, TimeSpan Window);
