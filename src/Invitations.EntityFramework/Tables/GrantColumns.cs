using System.Data.Common;

namespace Invitations.Stores.EntityFramework;

/// <summary>The columns of <see cref="Invitation.Grant"/>.</summary>
internal sealed class GrantColumns(Table<Invitation> table)
{
    private readonly Column<Invitation, int> _kind = table.Value("grant_kind", row => (int)row.Grant.Kind);
    private readonly Column<Invitation, string?> _roles = table.OptionalText("grant_roles", row => TextList.Stored(row.Grant.Roles));
    private readonly Column<Invitation, string?> _groups = table.OptionalText("grant_groups", row => TextList.Stored(row.Grant.Groups), isKey: true);
    private readonly Column<Invitation, string?> _products = table.OptionalText("grant_products", row => TextList.Stored(row.Grant.Products));
    private readonly Column<Invitation, long?> _membershipEndsAt =
        table.Optional("membership_ends_at", row => Instants.Stored(row.Grant.MembershipEndsAt));

    public Grant Read(DbDataReader reader) => new()
    {
        Kind = (GrantKind)_kind.Read(reader),
        Roles = TextList.Read(_roles.Read(reader)),
        Groups = TextList.Read(_groups.Read(reader)),
        Products = TextList.Read(_products.Read(reader)),
        MembershipEndsAt = Instants.Read(_membershipEndsAt.Read(reader)),
    };
}
