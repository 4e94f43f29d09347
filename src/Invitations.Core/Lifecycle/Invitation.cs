namespace Invitations;

/// <summary>One invitation: who is invited, by whom, to what, and what became of it. Immutable; it holds no secret.</summary>
/// <remarks>Kept as history when it ends. All instants are UTC, with microseconds as the smallest unit.</remarks>
public sealed record Invitation
{
    /// <summary>The id, a time-ordered UUID (RFC 9562, version 7). Not a secret and not a permission.</summary>
    public required Guid Id { get; init; }

    /// <summary>The tenant that invites.</summary>
    public required TenantId Tenant { get; init; }

    /// <summary>Who is invited.</summary>
    public required Recipient Recipient { get; init; }

    /// <summary>What is known about the person.</summary>
    public Profile Profile { get; init; } = Profile.Empty;

    /// <summary>What acceptance gives.</summary>
    public required Grant Grant { get; init; }

    /// <summary>How it came about. The default value is <see cref="InvitationOrigin.Invite"/>.</summary>
    public InvitationOrigin Origin { get; init; }

    /// <summary>The host's id of the user who invited, or the name of the trusted system that did. Empty for a request to join that nobody has approved.</summary>
    public required string InvitedBy { get; init; }

    /// <summary>The inviter's name at the time, for messages and the landing page, or null.</summary>
    public string? InviterName { get; init; }

    /// <summary>Whether a trusted system of the host invited (see <see cref="Inviter.System"/>) and no person.</summary>
    public bool IsFromSystem { get; init; }

    /// <summary>The inviter's own words, plain text, or null. Of a request to join, until it is approved, the words of the one who asks.</summary>
    public string? PersonalMessage { get; init; }

    /// <summary>The stored status. Use <see cref="StatusAt"/> to know whether it has expired by now.</summary>
    public required InvitationStatus Status { get; init; }

    /// <summary>The operation or import that made it together with others, or null for a single one.</summary>
    public Guid? BatchId { get; init; }

    /// <summary>The position of its row in the batch, counted from 1, or null for a single one.</summary>
    public int? BatchRow { get; init; }

    /// <summary>The link that the person came by, or null. Such an invitation is accepted from the beginning and never had a secret of its own.</summary>
    public Guid? LinkId { get; init; }

    /// <summary>The host's id of the user who approved it, or null where nobody has or nobody had to.</summary>
    public string? ApprovedBy { get; init; }

    /// <summary>Why somebody refused to approve it, in their own words, or null.</summary>
    public string? RefusalReason { get; init; }

    /// <summary>How long it shall stay open once it is approved, as the inviter asked. Null for the tenant's lifetime, and as soon as it is issued.</summary>
    public TimeSpan? RequestedLifetime { get; init; }

    /// <summary>Counts up with every new secret; a token or code of a lower version is dead. 0 while none has been issued.</summary>
    public required int SecretVersion { get; init; }

    /// <summary>The id of the key that the present secret was derived with.</summary>
    public required uint SecretKeyId { get; init; }

    /// <summary>The keyed hash by which the access code is found, or null where there is no code. Not the code.</summary>
    public string? CodeLookup { get; init; }

    /// <summary>The number of symbols of the access code without the check symbol; 0 where there is no code.</summary>
    public int CodeLength { get; init; }

    /// <summary>The channels by which it is delivered (see <see cref="DeliveryChannels"/>). Empty where the host hands over the link or code.</summary>
    public IReadOnlyList<string> Channels { get; init; } = [];

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the present secret was issued, or null while it is a draft or awaits approval.</summary>
    public DateTimeOffset? IssuedAt { get; init; }

    /// <summary>From when on it can no longer be accepted, or null where it does not expire.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>How many times it has been issued: 1 after the first, one more with every reinvite.</summary>
    public int IssueCount { get; init; }

    /// <summary>When the next reminder is due, or null where none is.</summary>
    public DateTimeOffset? ReminderDueAt { get; init; }

    /// <summary>When it was accepted, declined, revoked or marked as expired, or null while it is open.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The host's id of the user who accepted, or null.</summary>
    public string? AcceptedBy { get; init; }

    /// <summary>The attempt id of the sign-up that accepted (see <see cref="Acceptor.SigningUp"/>), or null.</summary>
    public string? AcceptanceAttempt { get; init; }

    /// <summary>The host's own data, handed back at acceptance. Empty by default.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = Empty<string, string>.Dictionary;

    /// <summary>The local path, or the listed address (see <see cref="TenantSettings.RedirectTargets"/>), to send the person to after acceptance, or null.</summary>
    public string? RedirectPath { get; init; }

    /// <summary>When everything about the person was taken out, or null. Such an invitation has ended, and is not issued again.</summary>
    public DateTimeOffset? AnonymizedAt { get; init; }

    /// <summary>Counts up with every change; a change that expects another version is refused.</summary>
    public long Version { get; init; } = 1;

    /// <summary>The status as the clock sees it: an open invitation past its expiry is <see cref="InvitationStatus.Expired"/>, swept or not.</summary>
    /// <param name="now">The present instant.</param>
    public InvitationStatus StatusAt(DateTimeOffset now) =>
        Status is InvitationStatus.Pending or InvitationStatus.AwaitingApproval && ExpiresAt <= now ? InvitationStatus.Expired : Status;

    /// <summary>
    /// The invitation without anything about the person: recipient, profile, personal message, code, metadata, redirect path and who accepted are gone, and so is
    /// the name of the inviter. What remains is what, by whom, when, and what became of it. The version is seen to by whoever stores it.
    /// </summary>
    /// <param name="at">When.</param>
    public Invitation Anonymized(DateTimeOffset at) => this with
    {
        Recipient = new(),
        Profile = Profile.Empty,
        InviterName = null,
        PersonalMessage = null,
        CodeLookup = null,
        CodeLength = 0,
        AcceptedBy = null,
        AcceptanceAttempt = null,
        RefusalReason = null,
        Metadata = Empty<string, string>.Dictionary,
        RedirectPath = null,
        AnonymizedAt = at,
    };

    /// <summary>The id and the status; nothing personal.</summary>
    public override string ToString() => $"Invitation {Id} ({Status})";
}
