namespace Invitations;

/// <summary>How many text messages may go to numbers that begin alike, in all tenants together.</summary>
/// <param name="Prefix">The beginning of the numbers, such as <c>+32</c> or <c>+1876</c>.</param>
/// <param name="Limit">The most messages in one window; 1 or more.</param>
/// <param name="Window">How long a window lasts.</param>
public sealed record SmsPrefixCap(string Prefix, int Limit, TimeSpan Window);
