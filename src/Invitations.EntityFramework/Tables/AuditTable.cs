using System.Data.Common;

namespace Invitations.Stores.EntityFramework;

internal sealed class AuditTable : Table<AuditEntry>
{
    private readonly Column<AuditEntry, Guid> _id;
    private readonly Column<AuditEntry, string> _tenant;
    private readonly Column<AuditEntry, Guid?> _invitationId;
    private readonly Column<AuditEntry, Guid?> _linkId;
    private readonly Column<AuditEntry, int> _action;
    private readonly Column<AuditEntry, string?> _actor;
    private readonly Column<AuditEntry, long> _at;
    private readonly Column<AuditEntry, string?> _details;

    public AuditTable()
        : base("invitation_audit")
    {
        _id = Value("id", row => row.Id);
        _tenant = Text("tenant", row => row.Tenant.Value, TenantId.MaxLength, isKey: true);
        _invitationId = Optional("invitation_id", row => row.InvitationId);
        _linkId = Optional("link_id", row => row.LinkId);
        _action = Value("action", row => (int)row.Action);
        _actor = OptionalText("actor", row => row.Actor);
        _at = Value("at", row => Instants.Stored(row.At));
        _details = OptionalText("details", row => TextMap.Stored(row.Details));
        FilteredIndex("invitation", "invitation_id IS NOT NULL", "invitation_id");
        FilteredIndex("link", "link_id IS NOT NULL", "link_id");
        FilteredIndex("tenant", "invitation_id IS NULL AND link_id IS NULL", "tenant", "at");
    }

    public override string[] Key => ["id"];

    public override AuditEntry Read(DbDataReader reader) => new()
    {
        Id = _id.Read(reader),
        Tenant = new(_tenant.Read(reader)),
        InvitationId = _invitationId.Read(reader),
        LinkId = _linkId.Read(reader),
        Action = (AuditAction)_action.Read(reader),
        Actor = _actor.Read(reader),
        At = Instants.Read(_at.Read(reader)),
        Details = TextMap.Read(_details.Read(reader)),
    };
}
