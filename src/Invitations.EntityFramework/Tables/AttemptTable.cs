using System.Data.Common;

namespace Invitations.Stores.EntityFramework;

internal sealed class AttemptTable : Table<AttemptWindow>
{
    private readonly Column<AttemptWindow, string> _key;
    private readonly Column<AttemptWindow, long> _endsAt;
    private readonly Column<AttemptWindow, int> _taken;

    public AttemptTable()
        : base("invitation_attempts")
    {
        _key = Text("budget", row => row.Key, 200, isKey: true);
        _endsAt = Value("ends_at", row => row.EndsAt);
        _taken = Value("taken", row => row.Taken);
        Index("ends", "ends_at");
    }

    public override string[] Key => ["budget"];

    public override AttemptWindow Read(DbDataReader reader) => new(_key.Read(reader), _endsAt.Read(reader), _taken.Read(reader));
}
