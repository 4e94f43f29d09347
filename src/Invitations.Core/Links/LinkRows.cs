namespace Invitations;

/// <summary>The rows by which policies judge links, and the invitations by which they judge who joins.</summary>
internal static class LinkRows
{
    /// <summary>A row that stands for a link as it is or would be.</summary>
    public static PolicyRow RowOf(InvitationLink link, TimeSpan? lifetime = null)
    {
        var draft = new InviteDraft
        {
            Recipient = new(),
            Profile = ProfileOf(link),
            Grant = link.Grant,
            PersonalMessage = link.PersonalMessage,
            Lifetime = lifetime,
            Metadata = link.Metadata,
            RedirectPath = link.RedirectPath,
            IsAnyone = true,
        };
        return new(1, draft) { Link = link };
    }

    /// <summary>The invitation that somebody who joins accepts. It never had a secret.</summary>
    public static Invitation InvitationOf(InvitationLink link, Recipient recipient, DateTimeOffset now) => new()
    {
        Id = TimeOrderedId.At(now),
        Tenant = link.Tenant,
        Recipient = recipient,
        Profile = ProfileOf(link),
        Grant = link.Grant,
        InvitedBy = link.InvitedBy,
        InviterName = link.InviterName,
        IsFromSystem = link.IsFromSystem,
        PersonalMessage = link.PersonalMessage,
        Status = InvitationStatus.Pending,
        LinkId = link.Id,
        SecretVersion = 0,
        SecretKeyId = 0,
        CreatedAt = now,
        Metadata = link.Metadata,
        RedirectPath = link.RedirectPath,
    };

    private static Profile ProfileOf(InvitationLink link) =>
        link.Language is null ? Profile.Empty : Profile.Empty with { Language = link.Language };
}
