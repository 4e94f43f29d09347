using System.Data.Common;

namespace Invitations.Stores.EntityFramework;

internal sealed class SeatTable : Table<SeatCounter>
{
    private readonly Column<SeatCounter, string> _tenant;
    private readonly Column<SeatCounter, int> _kind;
    private readonly Column<SeatCounter, int> _granted;
    private readonly Column<SeatCounter, int> _taken;

    public SeatTable()
        : base("invitation_seats")
    {
        _tenant = Text("tenant", row => row.Tenant, TenantId.MaxLength, isKey: true);
        _kind = Value("grant_kind", row => row.Kind);
        _granted = Value("granted", row => row.Granted);
        _taken = Value("taken", row => row.Taken);
    }

    public override string[] Key => ["tenant", "grant_kind"];

    public override SeatCounter Read(DbDataReader reader) => new(_tenant.Read(reader), _kind.Read(reader), _granted.Read(reader), _taken.Read(reader));
}
