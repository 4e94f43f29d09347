namespace Invitations.Stores.EntityFramework;

/// <summary>The keys that an invitation holds while it is open, one column for each kind. Empty once it has ended.</summary>
internal static class OpenKeys
{
    public static IReadOnlyList<UniqueKeyKind> Kinds { get; } = Enum.GetValues<UniqueKeyKind>();

    public static string ColumnOf(UniqueKeyKind kind) => kind switch
    {
        UniqueKeyKind.Email => "key_email",
        UniqueKeyKind.Phone => "key_phone",
        UniqueKeyKind.EmployeeId => "key_employee",
        UniqueKeyKind.Identifier => "key_identifier",
        UniqueKeyKind.User => "key_user",
        UniqueKeyKind.Code => "key_code",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A kind of key has no column."),
    };

    /// <summary>The longest value, in UTF-16 code units: an index of SQL Server takes no more than 1,700 bytes.</summary>
    public static int LengthOf(UniqueKeyKind kind) => kind switch
    {
        UniqueKeyKind.Email => 320,
        UniqueKeyKind.User => 450,
        _ => 256,
    };

    public static IEnumerable<UniqueKey> Of(Invitation invitation) =>
        InvitationLifecycle.IsOpen(invitation.Status) ? UniqueKey.Of(invitation) : [];

    public static string? Of(Invitation invitation, UniqueKeyKind kind)
    {
        foreach (var key in Of(invitation))
        {
            if (key.Kind == kind)
                return key.Value;
        }

        return null;
    }
}
