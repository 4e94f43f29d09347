using System.Data.Common;

namespace Invitations.Stores.EntityFramework;

internal sealed class QuotaTable : Table<QuotaCounter>
{
    /// <summary>A key of the library, or that of a tenant behind a word.</summary>
    private const int KeyLength = 120;

    private readonly Column<QuotaCounter, string> _key;
    private readonly Column<QuotaCounter, int> _granted;
    private readonly Column<QuotaCounter, int> _taken;
    private readonly Column<QuotaCounter, int> _most;
    private readonly Column<QuotaCounter, long> _askedAt;
    private readonly Column<QuotaCounter, long> _endsAt;

    public QuotaTable()
        : base("invitation_quotas")
    {
        _key = Text("counter", row => row.Key, KeyLength, isKey: true);
        _granted = Value("granted", row => row.Granted);
        _taken = Value("taken", row => row.Taken);
        _most = Value("most", row => row.Most);
        _askedAt = Value("asked_at", row => row.AskedAt);
        _endsAt = Value("ends_at", row => row.EndsAt);
        Index("ends", "ends_at");
    }

    public override string[] Key => ["counter"];

    public override QuotaCounter Read(DbDataReader reader) =>
        new(_key.Read(reader), _granted.Read(reader), _taken.Read(reader), _most.Read(reader), _askedAt.Read(reader), _endsAt.Read(reader));
}
