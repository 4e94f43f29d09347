using System.Data.Common;

namespace Invitations.Stores.EntityFramework;

internal sealed class IdempotencyTable : Table<IdempotencyRecord>
{
    private readonly Column<IdempotencyRecord, string> _tenant;
    private readonly Column<IdempotencyRecord, string> _key;
    private readonly Column<IdempotencyRecord, int> _firstRow;
    private readonly Column<IdempotencyRecord, int> _rowCount;
    private readonly Column<IdempotencyRecord, Guid> _batchId;
    private readonly Column<IdempotencyRecord, string> _fingerprint;
    private readonly Column<IdempotencyRecord, string> _outcome;
    private readonly Column<IdempotencyRecord, long> _createdAt;

    public IdempotencyTable()
        : base("invitation_idempotency")
    {
        _tenant = Text("tenant", row => row.Tenant.Value, TenantId.MaxLength, isKey: true);
        _key = Text("caller_key", row => row.Key, 200, isKey: true);
        _firstRow = Value("first_row", row => row.FirstRow);
        _rowCount = Value("row_count", row => row.RowCount);
        _batchId = Value("batch_id", row => row.BatchId);
        _fingerprint = Text("fingerprint", row => row.Fingerprint, 128);
        _outcome = Text("outcome", row => row.Outcome);
        _createdAt = Value("created_at", row => Instants.Stored(row.CreatedAt));
        Index("created", "created_at");
    }

    public override string[] Key => ["tenant", "caller_key", "first_row"];

    public override IdempotencyRecord Read(DbDataReader reader) => new()
    {
        Tenant = new(_tenant.Read(reader)),
        Key = _key.Read(reader),
        FirstRow = _firstRow.Read(reader),
        RowCount = _rowCount.Read(reader),
        BatchId = _batchId.Read(reader),
        Fingerprint = _fingerprint.Read(reader),
        Outcome = _outcome.Read(reader),
        CreatedAt = Instants.Read(_createdAt.Read(reader)),
    };
}
