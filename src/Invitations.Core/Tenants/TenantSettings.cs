namespace Invitations;

/// <summary>Everything that a tenant can have its own way. Immutable: derive one with <c>defaults with { … }</c>.</summary>
/// <remarks>The defaults are the preset of <see cref="Default"/>; <see cref="Strict"/> is the other one.</remarks>
public sealed record TenantSettings
{
    /// <summary>A link lives 7 days, only organisation and group admins invite, only the invited address accepts.</summary>
    public static TenantSettings Default { get; } = new();

    /// <summary>As <see cref="Default"/>, but a link lives 24 hours, the bound that NIST SP 800-63B sets for codes sent by e-mail.</summary>
    public static TenantSettings Strict { get; } = new() { Expiry = new() { Member = TimeSpan.FromHours(24) } };

    /// <summary>How long an invitation stays open.</summary>
    public ExpirySettings Expiry { get; init; } = new();

    /// <summary>How often one may be issued again. The default value is once an hour.</summary>
    public ReinviteSettings Reinvite { get; init; } = new();

    /// <summary>When people are reminded. The default value is once, 3 days after the issue.</summary>
    public ReminderSettings Reminders { get; init; } = new();

    /// <summary>
    /// The channels that are tried one after the other where a message was given up for good, such as <c>["email", "sms"]</c>: the next one that the person
    /// can be reached by and that was not used for the same secret. Empty, the default, means none.
    /// </summary>
    public IReadOnlyList<string> FallbackChannels { get; init; } = [];

    /// <summary>What inviters are told by e-mail. By default, nothing.</summary>
    public NoticeSettings Notices { get; init; } = new();

    /// <summary>How long is kept what is no longer needed. By default, people who never joined for 180 days, and messages for 90.</summary>
    public RetentionSettings Retention { get; init; } = new();

    /// <summary>Who may invite.</summary>
    public AuthoritySettings Authority { get; init; } = new();

    /// <summary>Whose invitations must be approved. By default, nobody's.</summary>
    public ApprovalSettings Approval { get; init; } = new();

    /// <summary>Who may ask to join. By default, nobody.</summary>
    public JoinRequestSettings JoinRequests { get; init; } = new();

    /// <summary>Which e-mail domains may be invited. By default, every one.</summary>
    public DomainSettings Domains { get; init; } = new();

    /// <summary>What holds for guests.</summary>
    public GuestSettings Guests { get; init; } = new();

    /// <summary>What holds for links for many people.</summary>
    public LinkSettings Links { get; init; } = new();

    /// <summary>What is looked at again at acceptance.</summary>
    public AcceptanceSettings Acceptance { get; init; } = new();

    /// <summary>Who may accept. The default value is <see cref="RecipientBinding.VerifiedAddress"/>.</summary>
    public RecipientBinding Binding { get; init; } = RecipientBinding.VerifiedAddress;

    /// <summary>The most rows of one list or stream. The default value is 500.</summary>
    public int BatchSize { get; init; } = 500;

    /// <summary>The ids of the roles, lowest first. Not looked at where the host registers an <see cref="IRoleCatalog"/>. Empty by default.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>The role that <see cref="Invite.Admin"/> adds or takes away. The default value is <c>admin</c>.</summary>
    public string AdminRole { get; init; } = "admin";

    /// <summary>The groups. Not looked at where the host registers an <see cref="IGroupDirectory"/>. Empty by default.</summary>
    public IReadOnlyList<Group> Groups { get; init; } = [];

    /// <summary>The ids of the enabled products. Not looked at where the host registers an <see cref="IProductCatalog"/>. Empty by default.</summary>
    public IReadOnlyList<string> Products { get; init; } = [];

    /// <summary>The languages that people can be invited in, as BCP 47 tags; <c>nl</c> includes <c>nl-BE</c>. Empty, the default, means any.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>The region whose national numbers are understood without a country code (ISO 3166-1 alpha-2), or null, the default, where a country code is required.</summary>
    public string? PhoneRegion { get; init; }

    /// <summary>The host's own fields. Empty by default.</summary>
    public IReadOnlyList<FieldDefinition> Fields { get; init; } = [];

    /// <summary>The kinds of identifier of the host's own, next to those of <see cref="IdentifierKinds"/>. Empty by default.</summary>
    public IReadOnlyList<string> IdentifierKinds { get; init; } = [];

    /// <summary>The rules by which groups follow from the profile. Not looked at where the host registers an <see cref="IDynamicGroups"/>. Empty by default.</summary>
    public IReadOnlyList<DynamicGroupRule> DynamicGroups { get; init; } = [];

    /// <summary>What becomes of a row whose line manager is no account. The default value is <see cref="LineManagerRule.Warn"/>. Needs an <see cref="ILineManagerDirectory"/>.</summary>
    public LineManagerRule LineManagers { get; init; }

    /// <summary>Absolute addresses that people may be sent to after acceptance, next to local paths; compared as a whole. Empty by default.</summary>
    public IReadOnlyList<string> RedirectTargets { get; init; } = [];

    /// <summary>Who registers, and how. By default, an invited address by its invitation, and nobody else.</summary>
    public RegistrationSettings Registration { get; init; } = new();

    /// <summary>What somebody with an expired link can do.</summary>
    public LateComerSettings LateComers { get; init; } = new();

    /// <summary>The longest personal message, in UTF-16 code units. The default value is 1,000.</summary>
    public int MaxMessageLength { get; init; } = 1000;

    /// <summary>How much may be sent, and how many invitations may be open. By default, any number.</summary>
    public QuotaSettings Quotas { get; init; } = new();

    /// <summary>Who gets an access code. The default value is <see cref="AccessCodeIssue.WithoutAddress"/>.</summary>
    public AccessCodeIssue AccessCodes { get; init; }
}
