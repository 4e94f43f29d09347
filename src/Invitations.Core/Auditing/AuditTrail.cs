using System.Globalization;

namespace Invitations;

/// <summary>Makes the entries of the trail.</summary>
internal static class AuditTrail
{
    public static AuditEntry Entry(
        TenantId tenant, Guid? invitationId, AuditAction action, string? actor, DateTimeOffset now, params (string Name, string Value)[] details) => new()
        {
            Id = TimeOrderedId.At(now),
            Tenant = tenant,
            InvitationId = invitationId,
            Action = action,
            Actor = actor,
            At = now,
            Details = details.Length == 0
                ? Empty<string, string>.Dictionary
                : details.ToDictionary(detail => detail.Name, detail => detail.Value, StringComparer.Ordinal),
        };

    /// <summary>What was offered before a change.</summary>
    public static (string Name, string Value)[] Facts(Grant former) =>
    [
        ("former_kind", former.Kind.ToString()),
        ("former_roles", string.Join(", ", former.Roles)),
        ("former_groups", string.Join(", ", former.Groups)),
        ("former_products", string.Join(", ", former.Products)),
        .. former.MembershipEndsAt is { } end ? [("former_membership_ends_at", end.ToString("O", CultureInfo.InvariantCulture))] : Array.Empty<(string, string)>(),
    ];

    /// <summary>Who answered for it before, where somebody else does now.</summary>
    public static (string Name, string Value)[] FormerInviter(Invitation before, Invitation after) =>
        string.Equals(before.InvitedBy, after.InvitedBy, StringComparison.Ordinal) ? [] : [("former_inviter", before.InvitedBy)];
}
