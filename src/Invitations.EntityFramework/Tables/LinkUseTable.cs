using System.Data.Common;

namespace Invitations.Stores.EntityFramework;

internal sealed class LinkUseTable : Table<LinkUse>
{
    private const int AttemptLength = 100;

    private readonly Column<LinkUse, Guid> _invitationId;
    private readonly Column<LinkUse, string> _tenant;
    private readonly Column<LinkUse, Guid> _linkId;
    private readonly Column<LinkUse, string?> _userId;
    private readonly Column<LinkUse, string?> _attempt;
    private readonly Column<LinkUse, long> _usedAt;

    public LinkUseTable()
        : base("invitation_link_uses")
    {
        _invitationId = Value("invitation_id", row => row.InvitationId);
        _tenant = Text("tenant", row => row.Tenant.Value, TenantId.MaxLength, isKey: true);
        _linkId = Value("link_id", row => row.LinkId);
        _userId = OptionalText("user_id", row => row.UserId, OpenKeys.LengthOf(UniqueKeyKind.User), isKey: true);
        _attempt = OptionalText("attempt", row => row.Attempt, AttemptLength, isKey: true);
        _usedAt = Value("used_at", row => Instants.Stored(row.UsedAt));
        UniqueIndex("user", "user_id IS NOT NULL", "link_id", "user_id");
        UniqueIndex("attempt", "attempt IS NOT NULL", "link_id", "attempt");
        Index("used", "link_id", "used_at", "invitation_id");
    }

    public override string[] Key => ["invitation_id"];

    public override LinkUse Read(DbDataReader reader) => new()
    {
        InvitationId = _invitationId.Read(reader),
        Tenant = new(_tenant.Read(reader)),
        LinkId = _linkId.Read(reader),
        UserId = _userId.Read(reader),
        Attempt = _attempt.Read(reader),
        UsedAt = Instants.Read(_usedAt.Read(reader)),
    };
}
