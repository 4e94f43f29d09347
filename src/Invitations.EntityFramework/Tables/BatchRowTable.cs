using System.Data.Common;

namespace Invitations.Stores.EntityFramework;

internal sealed class BatchRowTable : Table<StoredBatchRow>
{
    private readonly Column<StoredBatchRow, string> _tenant;
    private readonly Column<StoredBatchRow, Guid> _batchId;
    private readonly Column<StoredBatchRow, int> _position;
    private readonly Column<StoredBatchRow, int> _row;
    private readonly Column<StoredBatchRow, int> _status;
    private readonly RecipientColumns<StoredBatchRow> _recipient;
    private readonly Column<StoredBatchRow, string?> _groups;
    private readonly Column<StoredBatchRow, string?> _content;
    private readonly Column<StoredBatchRow, int?> _outcome;
    private readonly Column<StoredBatchRow, Guid?> _invitationId;
    private readonly Column<StoredBatchRow, string?> _errors;

    public BatchRowTable()
        : base("invitation_batch_rows")
    {
        _tenant = Text("tenant", row => row.Tenant.Value, TenantId.MaxLength, isKey: true);
        _batchId = Value("batch_id", row => row.BatchId);
        _position = Value("position", row => row.Position);
        _row = Value("source_row", row => row.Row);
        _status = Value("status", row => (int)row.Status);
        _recipient = new(this, row => row.Recipient);
        _groups = OptionalText("grant_groups", row => TextList.Stored(row.Groups), isKey: true);
        _content = OptionalText("content", row => row.Content);
        _outcome = Optional("outcome", row => (int?)row.Outcome);
        _invitationId = Optional("invitation_id", row => row.InvitationId);
        _errors = OptionalText("errors", row => row.Errors);
        foreach (var column in (string[])["email", "phone", "identifier_key", "user_id"])
            FilteredIndex(column, $"{column} IS NOT NULL", column);
    }

    /// <summary>The columns that a row has only while it waits.</summary>
    public IReadOnlyList<string> WaitingColumns => [.. _recipient.Names, _groups.Name, _content.Name];

    public override string[] Key => ["tenant", "batch_id", "position"];

    public override StoredBatchRow Read(DbDataReader reader) => new()
    {
        Tenant = new(_tenant.Read(reader)),
        BatchId = _batchId.Read(reader),
        Position = _position.Read(reader),
        Row = _row.Read(reader),
        Status = (BatchRowStatus)_status.Read(reader),
        Recipient = _recipient.Read(reader),
        Groups = TextList.Read(_groups.Read(reader)),
        Content = _content.Read(reader),
        Outcome = (InviteOutcome?)_outcome.Read(reader),
        InvitationId = _invitationId.Read(reader),
        Errors = _errors.Read(reader),
    };
}
