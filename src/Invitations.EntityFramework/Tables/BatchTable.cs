using System.Data.Common;

namespace Invitations.Stores.EntityFramework;

internal sealed class BatchTable : Table<StoredBatch>
{
    private const int KeyLength = 200;

    private readonly Column<StoredBatch, Guid> _id;
    private readonly Column<StoredBatch, string> _tenant;
    private readonly Column<StoredBatch, long> _version;
    private readonly Column<StoredBatch, string?> _name;
    private readonly Column<StoredBatch, int> _status;
    private readonly Column<StoredBatch, int> _waiting;
    private readonly Column<StoredBatch, int> _sent;
    private readonly Column<StoredBatch, int> _refused;
    private readonly Column<StoredBatch, int> _dropped;
    private readonly Column<StoredBatch, string> _createdBy;
    private readonly Column<StoredBatch, bool> _isFromSystem;
    private readonly Column<StoredBatch, long> _createdAt;
    private readonly Column<StoredBatch, long?> _stagedAt;
    private readonly Column<StoredBatch, long?> _sendAt;
    private readonly Column<StoredBatch, string?> _sendGroups;
    private readonly Column<StoredBatch, string?> _sentBy;
    private readonly Column<StoredBatch, long?> _sentAt;
    private readonly Column<StoredBatch, long?> _withdrawnAt;
    private readonly Column<StoredBatch, string?> _callerKey;
    private readonly Column<StoredBatch, string> _fingerprint;
    private readonly Column<StoredBatch, string> _options;
    private readonly Column<StoredBatch, string?> _order;
    private readonly Column<StoredBatch, Guid?> _claim;
    private readonly Column<StoredBatch, int> _sentThrough;
    private readonly Column<StoredBatch, long?> _dueAt;

    public BatchTable()
        : base("invitation_batches")
    {
        _id = Value("id", row => row.Batch.Id);
        _tenant = Text("tenant", row => row.Batch.Tenant.Value, TenantId.MaxLength, isKey: true);
        _version = Value("version", row => row.Batch.Version);
        _name = OptionalText("name", row => row.Batch.Name);
        _status = Value("status", row => (int)row.Batch.Status);
        _waiting = Value("waiting", row => row.Batch.Counts.Waiting);
        _sent = Value("sent", row => row.Batch.Counts.Sent);
        _refused = Value("refused", row => row.Batch.Counts.Refused);
        _dropped = Value("dropped", row => row.Batch.Counts.Dropped);
        _createdBy = Text("created_by", row => row.Batch.CreatedBy, isKey: true);
        _isFromSystem = Value("is_from_system", row => row.Batch.IsFromSystem);
        _createdAt = Value("created_at", row => Instants.Stored(row.Batch.CreatedAt));
        _stagedAt = Optional("staged_at", row => Instants.Stored(row.Batch.StagedAt));
        _sendAt = Optional("send_at", row => Instants.Stored(row.Batch.SendAt));
        _sendGroups = OptionalText("send_groups", row => TextList.Stored(row.Batch.SendGroups));
        _sentBy = OptionalText("sent_by", row => row.Batch.SentBy);
        _sentAt = Optional("sent_at", row => Instants.Stored(row.Batch.SentAt));
        _withdrawnAt = Optional("withdrawn_at", row => Instants.Stored(row.Batch.WithdrawnAt));
        _callerKey = OptionalText("caller_key", row => row.IdempotencyKey, KeyLength, isKey: true);
        _fingerprint = Text("fingerprint", row => row.Fingerprint, 128);
        _options = Text("options", row => row.Options);
        _order = OptionalText("send_order", row => row.Order);
        _claim = Optional("claim", row => row.Claim);
        _sentThrough = Value("sent_through", row => row.SentThrough);
        _dueAt = Optional("due_at", row => Instants.Stored(row.DueAt));
        UniqueIndex("caller_key", "caller_key IS NOT NULL", "tenant", "caller_key");
        Index("created", "tenant", "created_at", "id");
        FilteredIndex("due", "due_at IS NOT NULL", "due_at", "id");
        FilteredIndex("unsent", Unsent, "tenant", "staged_at", "id");
    }

    /// <summary>Which batches can be sent and have rows that wait.</summary>
    public static string Unsent { get; } = $"status = {(int)InvitationBatchStatus.Staged} AND waiting > 0";

    public override string[] Key => ["id"];

    public override StoredBatch Read(DbDataReader reader) => new()
    {
        Batch = new()
        {
            Id = _id.Read(reader),
            Tenant = new(_tenant.Read(reader)),
            Version = _version.Read(reader),
            Name = _name.Read(reader),
            Status = (InvitationBatchStatus)_status.Read(reader),
            Counts = new(_waiting.Read(reader), _sent.Read(reader), _refused.Read(reader), _dropped.Read(reader)),
            CreatedBy = _createdBy.Read(reader),
            IsFromSystem = _isFromSystem.Read(reader),
            CreatedAt = Instants.Read(_createdAt.Read(reader)),
            StagedAt = Instants.Read(_stagedAt.Read(reader)),
            SendAt = Instants.Read(_sendAt.Read(reader)),
            SendGroups = TextList.Read(_sendGroups.Read(reader)),
            SentBy = _sentBy.Read(reader),
            SentAt = Instants.Read(_sentAt.Read(reader)),
            WithdrawnAt = Instants.Read(_withdrawnAt.Read(reader)),
        },
        IdempotencyKey = _callerKey.Read(reader),
        Fingerprint = _fingerprint.Read(reader),
        Options = _options.Read(reader),
        Order = _order.Read(reader),
        Claim = _claim.Read(reader),
        SentThrough = _sentThrough.Read(reader),
        DueAt = Instants.Read(_dueAt.Read(reader)),
    };
}
