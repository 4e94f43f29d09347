namespace Invitations;

/// <summary>How to invite, and what holds for every row that does not say otherwise.</summary>
public sealed record InviteOptions
{
    /// <summary>Member or guest. The default value is <see cref="GrantKind.Member"/>.</summary>
    public GrantKind Kind { get; init; }

    /// <summary>The ids of the roles. Empty by default.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>The ids or names of the groups. Empty by default.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>The ids of the products. Empty by default.</summary>
    public IReadOnlyList<string> Products { get; init; } = [];

    /// <summary>The language as a BCP 47 tag, or null for the tenant's default.</summary>
    public string? Language { get; init; }

    /// <summary>The inviter's own words, plain text, or null.</summary>
    public string? PersonalMessage { get; init; }

    /// <summary>How long the invitations stay open, or null for the tenant's lifetime.</summary>
    public TimeSpan? Lifetime { get; init; }

    /// <summary>When the memberships end by themselves, or null.</summary>
    public DateTimeOffset? MembershipEndsAt { get; init; }

    /// <summary>The channels to deliver by, or null for every one that the recipient has an address for. Empty sends nothing: the host hands over link or code.</summary>
    public IReadOnlyList<string>? Channels { get; init; }

    /// <summary>The host's own data, handed back at acceptance, or null.</summary>
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }

    /// <summary>The local path, or the listed address (see <see cref="TenantSettings.RedirectTargets"/>), to send people to after acceptance, or null.</summary>
    public string? RedirectPath { get; init; }

    /// <summary>What to do where an open invitation exists. The default value is <see cref="WhenAlreadyInvited.Report"/>.</summary>
    public WhenAlreadyInvited WhenAlreadyInvited { get; init; }

    /// <summary>What to do where the person has an account. The default value is <see cref="WhenAccountExists.Report"/>.</summary>
    public WhenAccountExists WhenAccountExists { get; init; }

    /// <summary>Whether one wrong row refuses the whole list. The default value is <see cref="BatchMode.ValidRowsOnly"/>.</summary>
    public BatchMode Mode { get; init; }

    /// <summary>Whether to find out what would happen and write nothing. The default value is <see langword="false"/>.</summary>
    public bool DryRun { get; init; }

    /// <summary>
    /// A key of the caller's own, at most 200 characters, or null. The same key with the same rows gives the first result again and invites
    /// nobody twice; an operation that was interrupted goes on where it stopped. The same key with other rows is <c>idempotency.conflict</c>, and
    /// nothing is done. A stream is compared chunk by chunk, as its end is not known: a longer one under the same key does what is new.
    /// An all-or-nothing list that was refused leaves nothing behind and is judged anew. A dry run does not look at the key.
    /// </summary>
    public string? IdempotencyKey { get; init; }
}
