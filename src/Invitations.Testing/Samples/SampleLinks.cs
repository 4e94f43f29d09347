using Invitations.Stores;

namespace Invitations.Testing;

/// <summary>Links for many people, and uses of them, for tests. Vary them with <c>with</c>.</summary>
public static class SampleLinks
{
    /// <summary>A link that is on, without a cap, which expires in thirty days.</summary>
    /// <param name="tenant">The tenant.</param>
    public static InvitationLink Active(TenantId tenant) => new()
    {
        Id = Guid.CreateVersion7(SampleInvitations.Now),
        Tenant = tenant,
        Name = "Night shift",
        Grant = Grant.Member,
        InvitedBy = "user-1",
        IsActive = true,
        SecretVersion = 1,
        SecretKeyId = 1,
        CreatedAt = SampleInvitations.Now,
        ActivatedAt = SampleInvitations.Now,
        ExpiresAt = SampleInvitations.Now.AddDays(30),
    };

    /// <summary>A link in which no field but the count of uses has its default value.</summary>
    /// <param name="tenant">The tenant.</param>
    public static InvitationLink Full(TenantId tenant) => new()
    {
        Id = Guid.CreateVersion7(SampleInvitations.Now),
        Tenant = tenant,
        Name = "Équipe de nuit ' % _ 🌙",
        Grant = SampleInvitations.Full(tenant).Grant,
        InvitedBy = "user-7",
        InviterName = "Ben 👩‍🚀",
        IsFromSystem = true,
        IsActive = true,
        UseLimit = 100,
        Domains = ["example.com", "*.example.org"],
        PersonalMessage = "Hello,\nwelcome! 🎉",
        Language = "nl-BE",
        Metadata = new Dictionary<string, string>(StringComparer.Ordinal) { ["order"] = "42", ["Order"] = "" },
        RedirectPath = "/welcome?tour=1",
        SecretVersion = 3,
        SecretKeyId = 4_000_000_007,
        CreatedAt = SampleInvitations.Now.AddMicroseconds(1),
        ActivatedAt = SampleInvitations.Now.AddMicroseconds(2),
        DeactivatedAt = SampleInvitations.Now.AddMicroseconds(3),
        ExpiresAt = SampleInvitations.Now.AddDays(30).AddMicroseconds(4),
        Version = 5_000_000_000,
    };

    /// <summary>A use of a link as it is, by a user at <see cref="SampleInvitations.Now"/>.</summary>
    /// <param name="link">The link.</param>
    /// <param name="userId">The user; null for somebody who signs up.</param>
    /// <param name="attempt">The id of the sign-up form, or null.</param>
    public static LinkUseRequest Use(InvitationLink link, string? userId, string? attempt = null)
    {
        ArgumentNullException.ThrowIfNull(link);
        var use = new LinkUse
        {
            InvitationId = Guid.CreateVersion7(SampleInvitations.Now),
            Tenant = link.Tenant,
            LinkId = link.Id,
            UserId = userId,
            Attempt = attempt,
            UsedAt = SampleInvitations.Now,
        };
        return new(use, link.Version);
    }
}
