using System.Data.Common;

namespace Invitations.Stores.EntityFramework;

/// <summary>The columns of a <see cref="Grant"/>.</summary>
internal sealed class GrantColumns<TRow>(Table<TRow> table, Func<TRow, Grant> grant)
{
    private readonly Column<TRow, int> _kind = table.Value("grant_kind", row => (int)grant(row).Kind);
    private readonly Column<TRow, string?> _roles = table.OptionalText("grant_roles", row => TextList.Stored(grant(row).Roles));
    private readonly Column<TRow, string?> _groups = table.OptionalText("grant_groups", row => TextList.Stored(grant(row).Groups), isKey: true);
    private readonly Column<TRow, string?> _products = table.OptionalText("grant_products", row => TextList.Stored(grant(row).Products));
    private readonly Column<TRow, long?> _membershipEndsAt =
        table.Optional("membership_ends_at", row => Instants.Stored(grant(row).MembershipEndsAt));

    public Grant Read(DbDataReader reader) => new()
    {
        Kind = (GrantKind)_kind.Read(reader),
        Roles = TextList.Read(_roles.Read(reader)),
        Groups = TextList.Read(_groups.Read(reader)),
        Products = TextList.Read(_products.Read(reader)),
        MembershipEndsAt = Instants.Read(_membershipEndsAt.Read(reader)),
    };
}
