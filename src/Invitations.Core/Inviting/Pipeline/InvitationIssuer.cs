using Microsoft.Extensions.Options;

namespace Invitations;

/// <summary>Makes invitations, gives them secrets, and makes the deliveries that carry these.</summary>
internal sealed class InvitationIssuer(IKeyRingSource keys, IOptionsMonitor<InvitationOptions> options)
{
    private const int NameLength = 200;

    public Invitation Create(InviteOperation operation, PolicyRow row, DateTimeOffset now)
    {
        var draft = row.Draft;
        var invitation = new Invitation
        {
            Id = TimeOrderedId.At(now),
            Tenant = operation.Context.Tenant,
            Recipient = draft.Recipient,
            Profile = draft.Profile,
            Grant = draft.Grant,
            InvitedBy = operation.Context.Inviter.UserId,
            InviterName = NameOf(operation.Context.Inviter),
            IsFromSystem = operation.Context.Inviter.IsSystem,
            PersonalMessage = draft.PersonalMessage,
            Status = InvitationStatus.Pending,
            BatchId = operation.BatchId,
            BatchRow = operation.BatchId is null ? null : row.Row,
            SecretVersion = 1,
            SecretKeyId = 0,
            CodeLength = NeedsCode(draft.Recipient, operation.Context.Settings) ? options.CurrentValue.AccessCodeLength : 0,
            Channels = draft.Channels,
            CreatedAt = now,
            IssuedAt = now,
            IssueCount = 1,
            ExpiresAt = Expiry(now, row.Lifetime),
            Metadata = draft.Metadata,
            RedirectPath = draft.RedirectPath,
        };
        return row.NeedsApproval ? Unissued(invitation, draft.Lifetime, operation.Context.Settings.Approval) : WithSecret(invitation);
    }

    /// <summary>What somebody asks for who was not invited; it has no inviter before somebody approves it.</summary>
    public Invitation CreateJoinRequest(TenantId tenant, InviteDraft draft, TenantSettings settings, DateTimeOffset now)
    {
        var request = new Invitation
        {
            Id = TimeOrderedId.At(now),
            Tenant = tenant,
            Origin = InvitationOrigin.JoinRequest,
            Recipient = draft.Recipient,
            Profile = draft.Profile,
            Grant = draft.Grant,
            InvitedBy = "",
            PersonalMessage = draft.PersonalMessage,
            Status = InvitationStatus.AwaitingApproval,
            SecretVersion = 0,
            SecretKeyId = 0,
            CodeLength = NeedsCode(draft.Recipient, settings) ? options.CurrentValue.AccessCodeLength : 0,
            Channels = draft.Channels,
            CreatedAt = now,
        };
        return Unissued(request, null, settings.Approval);
    }

    /// <summary>The invitation as it waits for somebody's yes: it has no secret yet, and the time that it waits is not the time that it will be open.</summary>
    public static Invitation Unissued(Invitation invitation, TimeSpan? requestedLifetime, ApprovalSettings settings) => invitation with
    {
        Status = InvitationStatus.AwaitingApproval,
        SecretVersion = 0,
        IssuedAt = null,
        IssueCount = 0,
        ExpiresAt = Expiry(invitation.CreatedAt, settings.Lifetime),
        RequestedLifetime = requestedLifetime,
    };

    /// <summary>The inviter's name as invited people may read it.</summary>
    public static string? NameOf(Inviter inviter) => PersonText.CleanName(inviter.Name, NameLength).Value;

    /// <summary>The invitation issued, for the first time or again: a new secret and a new lifetime.</summary>
    public Invitation Reissue(Invitation invitation, TimeSpan? lifetime, DateTimeOffset now) => WithSecret(invitation with
    {
        Status = InvitationStatus.Pending,
        SecretVersion = invitation.SecretVersion + 1,
        IssuedAt = now,
        IssueCount = invitation.IssueCount + 1,
        ExpiresAt = Expiry(now, lifetime),
        EndedAt = null,
        RequestedLifetime = null,
        Version = invitation.Version + 1,
    });

    /// <summary>The next secret, where the code of this one happens to be taken in the tenant.</summary>
    public Invitation WithNextSecret(Invitation invitation) => WithSecret(invitation with { SecretVersion = invitation.SecretVersion + 1 });

    /// <summary>Whether somebody gets an access code, because no message reaches them or because everybody does.</summary>
    public static bool NeedsCode(Recipient recipient, TenantSettings settings) =>
        settings.AccessCodes is AccessCodeIssue.Everybody || !recipient.IsReachable;

    public static IEnumerable<Delivery> DeliveriesOf(Invitation invitation, DeliveryPurpose purpose, DateTimeOffset now)
    {
        foreach (var channel in invitation.Channels)
        {
            yield return new()
            {
                Id = TimeOrderedId.At(now),
                Tenant = invitation.Tenant,
                InvitationId = invitation.Id,
                SecretVersion = invitation.SecretVersion,
                Channel = channel,
                Purpose = purpose,
                CreatedAt = now,
                DueAt = now,
            };
        }
    }

    private static DateTimeOffset? Expiry(DateTimeOffset now, TimeSpan? lifetime) =>
        lifetime is { } span ? InvitationClock.Cut(now + span) : null;

    private Invitation WithSecret(Invitation invitation)
    {
        var key = keys.Current.Signing;
        return invitation with
        {
            SecretKeyId = key.Id,
            CodeLookup = invitation.CodeLength == 0
                ? null
                : CodeLookups.Of(key, invitation.Tenant, AccessCodes.Derive(key, invitation.Id, invitation.SecretVersion, invitation.CodeLength)),
        };
    }
}
