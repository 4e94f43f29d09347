namespace Invitations;

/// <summary>An invitation as most are, for previews.</summary>
internal static class SampleInvitation
{
    /// <summary>As long as a real token, and none: it has the wrong kind and key.</summary>
    public const string Token = "preview-preview-preview-preview-preview-preview-previewx";

    public const string Code = "00000-00000-0";

    public static IReadOnlyList<string> Groups { get; } = ["Design", "Research"];

    public static Invitation Of(TenantId tenant, DateTimeOffset now) => new()
    {
        Id = Guid.Empty,
        Tenant = tenant,
        Recipient = new() { Email = "ana.lopez@example.com" },
        Profile = new() { FirstName = "Ana", LastName = "Lopez" },
        Grant = Grant.Member,
        InvitedBy = "preview",
        InviterName = "Tina Meyer",
        PersonalMessage = "Hi Ana, we would love to have you with us.\nSee you on Monday!",
        Status = InvitationStatus.Pending,
        SecretVersion = 1,
        SecretKeyId = 0,
        CreatedAt = now,
        IssuedAt = now,
        ExpiresAt = now + TimeSpan.FromDays(7),
    };
}
