namespace Invitations;

/// <summary>What holds for the whole application. Checked when the host starts, every mistake named at once.</summary>
public sealed class InvitationOptions
{
    /// <summary>
    /// The address that links begin with, such as <c>https://app.example.com/join</c>; the token follows after a slash. Required; https, or
    /// http on a loopback host. It comes from configuration alone, never from a request.
    /// </summary>
    public Uri? BaseUrl { get; set; }

    /// <summary>
    /// The keys that secrets are derived with, as base64 of at least 32 random bytes: the first signs, all verify. Required unless
    /// <c>UseEphemeralKeys()</c> or an <see cref="IKeyRingSource"/> of the host is registered. Never log them.
    /// </summary>
    public IList<string> Keys { get; } = [];

    /// <summary>
    /// Keys that were taken out of <see cref="Keys"/> or out of the ring of an <see cref="IKeyRingSource"/>. They open nothing: they only find the
    /// suppressed addresses that were hashed with them (see <see cref="ISuppressionList"/>). Empty by default. Never log them.
    /// </summary>
    public IList<string> RetiredKeys { get; } = [];

    /// <summary>What holds for every tenant that the <see cref="ITenantSettingsProvider"/> says nothing else about.</summary>
    public TenantSettings Defaults { get; set; } = TenantSettings.Default;

    /// <summary>The rows that are looked up, judged and written together. 1 to 10,000; the default value is 500.</summary>
    public int ChunkSize { get; set; } = 500;

    /// <summary>How much may be sent by all tenants together. By default, any number.</summary>
    public SystemQuotas Quotas { get; set; } = new();

    /// <summary>The symbols of an access code without its check symbol. 10 to 26; the default value is 10. From 13 on, a code can be looked up without a tenant.</summary>
    public int AccessCodeLength { get; set; } = AccessCode.DefaultLength;

    /// <summary>The wrong codes that one caller may try, and how often one wrong code may be tried, within <see cref="CodeAttemptWindow"/>. 1 to 100 (NIST SP 800-63B); the default value is 5.</summary>
    public int CodeAttempts { get; set; } = 5;

    /// <summary>The window that wrong codes are counted in. Longer than zero, at most 30 days; the default value is 15 minutes.</summary>
    public TimeSpan CodeAttemptWindow { get; set; } = TimeSpan.FromMinutes(15);
}
