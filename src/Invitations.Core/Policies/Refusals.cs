namespace Invitations;

/// <summary>Makes the errors of the catalogue with their arguments.</summary>
internal static class Refusals
{
    public static InvitationError Of(string code, string? field = null) => new(code, field);

    public static InvitationError Of(string code, string? field, string name, object value) =>
        new(code, field) { Arguments = new Dictionary<string, object>(1, StringComparer.Ordinal) { [name] = Shown(value) } };

    public static InvitationError Of(string code, string? field, string name, object value, string name2, object value2) =>
        new(code, field) { Arguments = new Dictionary<string, object>(2, StringComparer.Ordinal) { [name] = Shown(value), [name2] = Shown(value2) } };

    /// <summary>An error about a value, whose message names the field.</summary>
    public static InvitationError Value(string code, string field) => Of(code, field, "field", field);

    public static InvitationError Duplicate(PolicyRow row, int first)
    {
        var field = FieldOf(row.DuplicateBy, row.Draft.Recipient);
        return Of(InvitationErrorCodes.RowDuplicate, field, "field", field, "row", first);
    }

    public static InvitationError AlreadyPending(PolicyRow row, Invitation open) =>
        Of(InvitationErrorCodes.InvitationAlreadyPending, SharedField(row, open.Recipient), "since", open.IssuedAt ?? open.CreatedAt);

    public static InvitationError Unknown() => new(InvitationErrorCodes.InvitationUnknown);

    /// <summary>The plan has no seat of this kind left.</summary>
    public static InvitationError NoSeat(GrantKind kind, int count, int limit) => new(InvitationErrorCodes.SeatsExceeded)
    {
        Arguments = new Dictionary<string, object>(3, StringComparer.Ordinal)
        {
            ["seat"] = kind is GrantKind.Guest ? "guest" : "member",
            ["count"] = count,
            ["limit"] = limit,
        },
    };

    /// <summary>A quota is used up.</summary>
    public static InvitationError QuotaExceeded(string rule, string? field, int count, Quota quota, DateTimeOffset retryAt) =>
        new(InvitationErrorCodes.QuotaExceeded, field)
        {
            Arguments = new Dictionary<string, object>(5, StringComparer.Ordinal)
            {
                ["rule"] = rule,
                ["count"] = count,
                ["limit"] = quota.Limit,
                ["window"] = quota.Window,
                ["retryAt"] = retryAt,
            },
        };

    /// <summary>There are as many open invitations as may be.</summary>
    public static InvitationError OpenExceeded(string rule, int count, int limit) => new(InvitationErrorCodes.QuotaOpenExceeded)
    {
        Arguments = new Dictionary<string, object>(3, StringComparer.Ordinal) { ["rule"] = rule, ["count"] = count, ["limit"] = limit },
    };

    /// <summary>Why an invitation cannot be redeemed, reinvited or edited in the status it has.</summary>
    public static InvitationError ForStatus(Invitation invitation, DateTimeOffset now) => invitation.StatusAt(now) switch
    {
        InvitationStatus.Accepted => new(InvitationErrorCodes.InvitationAlreadyAccepted),
        InvitationStatus.Declined => new(InvitationErrorCodes.InvitationDeclined),
        InvitationStatus.Revoked => new(InvitationErrorCodes.InvitationRevoked),
        InvitationStatus.Expired => Of(InvitationErrorCodes.InvitationExpired, null, "since", invitation.ExpiresAt ?? invitation.EndedAt ?? now),
        _ => new(InvitationErrorCodes.InvitationNotOpen),
    };

    /// <summary>Why something cannot be done to an invitation in the status it has.</summary>
    public static InvitationError For(Invitation invitation, InvitationOperation operation, DateTimeOffset now) => operation switch
    {
        InvitationOperation.Delete => new(InvitationErrorCodes.InvitationStillOpen),
        InvitationOperation.Reinvite when invitation.AnonymizedAt is not null && invitation.StatusAt(now) is InvitationStatus.Expired =>
            new(InvitationErrorCodes.InvitationAnonymized),
        _ => ForStatus(invitation, now),
    };

    /// <summary>The field of the address that a key is made of; the recipient's first one where it has no such address.</summary>
    public static string FieldOf(UniqueKeyKind? kind, Recipient recipient) => (kind, recipient) switch
    {
        (UniqueKeyKind.Email, { Email: not null }) => FieldNames.Email,
        (UniqueKeyKind.Phone, { Phone: not null }) => FieldNames.Phone,
        (UniqueKeyKind.Identifier, { Identifier: not null }) => FieldNames.Identifier,
        (UniqueKeyKind.User, { UserId: not null }) => FieldNames.UserId,
        (UniqueKeyKind.EmployeeId, _) => FieldNames.EmployeeId,
        (_, { Email: not null }) => FieldNames.Email,
        (_, { Phone: not null }) => FieldNames.Phone,
        (_, { Identifier: not null }) => FieldNames.Identifier,
        _ => FieldNames.UserId,
    };

    /// <summary>The field in which the row and somebody else are the same.</summary>
    public static string SharedField(PolicyRow row, Recipient other)
    {
        var own = UniqueKey.Of(row.Draft.Recipient, Profile.Empty).ToHashSet();
        var shared = UniqueKey.Of(other, Profile.Empty).Where(own.Contains).Select(key => (UniqueKeyKind?)key.Kind).FirstOrDefault();
        return FieldOf(shared, row.Draft.Recipient);
    }

    private static object Shown(object value) => value is string text ? ForeignText.Shown(text) : value;
}
