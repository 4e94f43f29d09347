using System.Data.Common;

namespace Invitations.Stores.EntityFramework;

internal sealed class LinkTable : Table<InvitationLink>
{
    private readonly Column<InvitationLink, Guid> _id;
    private readonly Column<InvitationLink, string> _tenant;
    private readonly Column<InvitationLink, long> _version;
    private readonly Column<InvitationLink, string> _name;
    private readonly Column<InvitationLink, bool> _isActive;
    private readonly Column<InvitationLink, int?> _useLimit;
    private readonly Column<InvitationLink, int> _useCount;
    private readonly Column<InvitationLink, long> _createdAt;
    private readonly Column<InvitationLink, long> _activatedAt;
    private readonly Column<InvitationLink, long?> _deactivatedAt;
    private readonly Column<InvitationLink, long> _expiresAt;
    private readonly Column<InvitationLink, int> _secretVersion;
    private readonly Column<InvitationLink, long> _secretKeyId;
    private readonly GrantColumns<InvitationLink> _grant;
    private readonly Column<InvitationLink, string> _invitedBy;
    private readonly Column<InvitationLink, string?> _inviterName;
    private readonly Column<InvitationLink, bool> _isFromSystem;
    private readonly Column<InvitationLink, string?> _domains;
    private readonly Column<InvitationLink, string?> _personalMessage;
    private readonly Column<InvitationLink, string?> _language;
    private readonly Column<InvitationLink, string?> _metadata;
    private readonly Column<InvitationLink, string?> _redirectPath;

    public LinkTable()
        : base("invitation_links")
    {
        _id = Value("id", row => row.Id);
        _tenant = Text("tenant", row => row.Tenant.Value, TenantId.MaxLength, isKey: true);
        _version = Value("version", row => row.Version);
        _name = Text("name", row => row.Name);
        _isActive = Value("is_active", row => row.IsActive);
        _useLimit = Optional("use_limit", row => row.UseLimit);
        _useCount = Value("use_count", row => row.UseCount);
        _createdAt = Value("created_at", row => Instants.Stored(row.CreatedAt));
        _activatedAt = Value("activated_at", row => Instants.Stored(row.ActivatedAt));
        _deactivatedAt = Optional("deactivated_at", row => Instants.Stored(row.DeactivatedAt));
        _expiresAt = Value("expires_at", row => Instants.StoredOrNever(row.ExpiresAt));
        _secretVersion = Value("secret_version", row => row.SecretVersion);
        _secretKeyId = Value("secret_key_id", row => (long)row.SecretKeyId);
        _grant = new(this, row => row.Grant);
        _invitedBy = Text("invited_by", row => row.InvitedBy, isKey: true);
        _inviterName = OptionalText("inviter_name", row => row.InviterName);
        _isFromSystem = Value("is_from_system", row => row.IsFromSystem);
        _domains = OptionalText("domains", row => TextList.Stored(row.Domains));
        _personalMessage = OptionalText("personal_message", row => row.PersonalMessage);
        _language = OptionalText("language", row => row.Language);
        _metadata = OptionalText("metadata", row => TextMap.Stored(row.Metadata));
        _redirectPath = OptionalText("redirect_path", row => row.RedirectPath);
        Index("created", "tenant", "created_at", "id");
    }

    public override string[] Key => ["id"];

    public override InvitationLink Read(DbDataReader reader) => new()
    {
        Id = _id.Read(reader),
        Tenant = new(_tenant.Read(reader)),
        Version = _version.Read(reader),
        Name = _name.Read(reader),
        IsActive = _isActive.Read(reader),
        UseLimit = _useLimit.Read(reader),
        UseCount = _useCount.Read(reader),
        CreatedAt = Instants.Read(_createdAt.Read(reader)),
        ActivatedAt = Instants.Read(_activatedAt.Read(reader)),
        DeactivatedAt = Instants.Read(_deactivatedAt.Read(reader)),
        ExpiresAt = Instants.ReadOrNever(_expiresAt.Read(reader)),
        SecretVersion = _secretVersion.Read(reader),
        SecretKeyId = (uint)_secretKeyId.Read(reader),
        Grant = _grant.Read(reader),
        InvitedBy = _invitedBy.Read(reader),
        InviterName = _inviterName.Read(reader),
        IsFromSystem = _isFromSystem.Read(reader),
        Domains = TextList.Read(_domains.Read(reader)),
        PersonalMessage = _personalMessage.Read(reader),
        Language = _language.Read(reader),
        Metadata = TextMap.Read(_metadata.Read(reader)),
        RedirectPath = _redirectPath.Read(reader),
    };
}
