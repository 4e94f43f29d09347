using System.Data.Common;

namespace Invitations.Stores.EntityFramework;

internal sealed class DeliveryTable : Table<Delivery>
{
    private readonly Column<Delivery, Guid> _id;
    private readonly Column<Delivery, string> _tenant;
    private readonly Column<Delivery, Guid> _invitationId;
    private readonly Column<Delivery, int> _secretVersion;
    private readonly Column<Delivery, string> _channel;
    private readonly Column<Delivery, int> _purpose;
    private readonly Column<Delivery, int> _status;
    private readonly Column<Delivery, long> _createdAt;
    private readonly Column<Delivery, long> _dueAt;
    private readonly Column<Delivery, int> _attempts;
    private readonly Column<Delivery, long?> _leasedUntil;
    private readonly Column<Delivery, long> _fence;
    private readonly Column<Delivery, long?> _endedAt;
    private readonly Column<Delivery, string?> _providerMessageId;
    private readonly Column<Delivery, string?> _lastError;
    private readonly Column<Delivery, int?> _reported;
    private readonly Column<Delivery, long?> _reportedAt;

    public DeliveryTable()
        : base("invitation_deliveries")
    {
        _id = Value("id", row => row.Id);
        _tenant = Text("tenant", row => row.Tenant.Value, TenantId.MaxLength, isKey: true);
        _invitationId = Value("invitation_id", row => row.InvitationId);
        _secretVersion = Value("secret_version", row => row.SecretVersion);
        _channel = Text("channel", row => row.Channel, 100, isKey: true);
        _purpose = Value("purpose", row => (int)row.Purpose);
        _status = Value("status", row => (int)row.Status);
        _createdAt = Value("created_at", row => Instants.Stored(row.CreatedAt));
        _dueAt = Value("due_at", row => Instants.Stored(row.DueAt));
        _attempts = Value("attempts", row => row.Attempts);
        _leasedUntil = Optional("leased_until", row => Instants.Stored(row.LeasedUntil));
        _fence = Value("fence", row => row.Fence);
        _endedAt = Optional("ended_at", row => Instants.Stored(row.EndedAt));
        _providerMessageId = OptionalText("provider_message_id", row => row.ProviderMessageId, 200, isKey: true);
        _lastError = OptionalText("last_error", row => row.LastError);
        _reported = Optional("reported", row => (int?)row.Reported);
        _reportedAt = Optional("reported_at", row => Instants.Stored(row.ReportedAt));
        Index("invitation", "invitation_id");
        FilteredIndex("ended", "ended_at IS NOT NULL", "tenant", "ended_at");
        FilteredIndex("failed", $"status = {(int)DeliveryStatus.Failed}", "ended_at", "id");
        FilteredIndex("provider", "provider_message_id IS NOT NULL", "channel", "provider_message_id");
        FilteredIndex("waiting", $"status = {(int)DeliveryStatus.Waiting}", "channel", "due_at", "id");
    }

    public override string[] Key => ["id"];

    public override Delivery Read(DbDataReader reader) => new()
    {
        Id = _id.Read(reader),
        Tenant = new(_tenant.Read(reader)),
        InvitationId = _invitationId.Read(reader),
        SecretVersion = _secretVersion.Read(reader),
        Channel = _channel.Read(reader),
        Purpose = (DeliveryPurpose)_purpose.Read(reader),
        Status = (DeliveryStatus)_status.Read(reader),
        CreatedAt = Instants.Read(_createdAt.Read(reader)),
        DueAt = Instants.Read(_dueAt.Read(reader)),
        Attempts = _attempts.Read(reader),
        LeasedUntil = Instants.Read(_leasedUntil.Read(reader)),
        Fence = _fence.Read(reader),
        EndedAt = Instants.Read(_endedAt.Read(reader)),
        ProviderMessageId = _providerMessageId.Read(reader),
        LastError = _lastError.Read(reader),
        Reported = (ProviderReportKind?)_reported.Read(reader),
        ReportedAt = Instants.Read(_reportedAt.Read(reader)),
    };
}
