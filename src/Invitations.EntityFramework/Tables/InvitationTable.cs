using System.Data.Common;

namespace Invitations.Stores.EntityFramework;

internal sealed class InvitationTable : Table<Invitation>
{
    private readonly Column<Invitation, Guid> _id;
    private readonly Column<Invitation, string> _tenant;
    private readonly Column<Invitation, long> _version;
    private readonly Column<Invitation, int> _status;
    private readonly Column<Invitation, long> _createdAt;
    private readonly Column<Invitation, long> _expiresAt;
    private readonly Column<Invitation, long?> _issuedAt;
    private readonly Column<Invitation, long?> _reminderDueAt;
    private readonly Column<Invitation, long?> _endedAt;
    private readonly Column<Invitation, long?> _anonymizedAt;
    private readonly Column<Invitation, int> _issueCount;
    private readonly Column<Invitation, int> _secretVersion;
    private readonly Column<Invitation, long> _secretKeyId;
    private readonly Column<Invitation, string?> _codeLookup;
    private readonly Column<Invitation, int> _codeLength;
    private readonly RecipientColumns<Invitation> _recipient;
    private readonly ProfileColumns _profile;
    private readonly GrantColumns<Invitation> _grant;
    private readonly Column<Invitation, int> _origin;
    private readonly Column<Invitation, string?> _approvedBy;
    private readonly Column<Invitation, string?> _refusalReason;
    private readonly Column<Invitation, long?> _requestedLifetime;
    private readonly Column<Invitation, string> _invitedBy;
    private readonly Column<Invitation, string?> _inviterName;
    private readonly Column<Invitation, bool> _isFromSystem;
    private readonly Column<Invitation, string?> _personalMessage;
    private readonly Column<Invitation, string?> _channels;
    private readonly Column<Invitation, Guid?> _batchId;
    private readonly Column<Invitation, int?> _batchRow;
    private readonly Column<Invitation, Guid?> _linkId;
    private readonly Column<Invitation, string?> _acceptedBy;
    private readonly Column<Invitation, string?> _acceptanceAttempt;
    private readonly Column<Invitation, string?> _metadata;
    private readonly Column<Invitation, string?> _redirectPath;

    public InvitationTable()
        : base("invitations")
    {
        _id = Value("id", row => row.Id);
        _tenant = Text("tenant", row => row.Tenant.Value, TenantId.MaxLength, isKey: true);
        _version = Value("version", row => row.Version);
        _status = Value("status", row => (int)row.Status);
        _createdAt = Value("created_at", row => Instants.Stored(row.CreatedAt));
        _expiresAt = Value("expires_at", row => Instants.StoredOrNever(row.ExpiresAt));
        _issuedAt = Optional("issued_at", row => Instants.Stored(row.IssuedAt));
        _reminderDueAt = Optional("reminder_due_at", row => Instants.Stored(row.ReminderDueAt));
        _endedAt = Optional("ended_at", row => Instants.Stored(row.EndedAt));
        _anonymizedAt = Optional("anonymized_at", row => Instants.Stored(row.AnonymizedAt));
        _issueCount = Value("issue_count", row => row.IssueCount);
        _secretVersion = Value("secret_version", row => row.SecretVersion);
        _secretKeyId = Value("secret_key_id", row => (long)row.SecretKeyId);
        _codeLookup = OptionalText("code_lookup", row => row.CodeLookup, OpenKeys.LengthOf(UniqueKeyKind.Code), isKey: true);
        _codeLength = Value("code_length", row => row.CodeLength);
        foreach (var kind in OpenKeys.Kinds)
            OptionalText(OpenKeys.ColumnOf(kind), row => OpenKeys.Of(row, kind), OpenKeys.LengthOf(kind), isKey: true);
        _recipient = new(this, row => row.Recipient);
        _profile = new(this);
        _grant = new(this, row => row.Grant);
        _origin = Value("origin", row => (int)row.Origin);
        _approvedBy = OptionalText("approved_by", row => row.ApprovedBy);
        _refusalReason = OptionalText("refusal_reason", row => row.RefusalReason);
        _requestedLifetime = Optional("requested_lifetime", row => row.RequestedLifetime?.Ticks / TimeSpan.TicksPerMicrosecond);
        _invitedBy = Text("invited_by", row => row.InvitedBy, isKey: true);
        _inviterName = OptionalText("inviter_name", row => row.InviterName);
        _isFromSystem = Value("is_from_system", row => row.IsFromSystem);
        _personalMessage = OptionalText("personal_message", row => row.PersonalMessage);
        _channels = OptionalText("channels", row => TextList.Stored(row.Channels));
        _batchId = Optional("batch_id", row => row.BatchId);
        _batchRow = Optional("batch_row", row => row.BatchRow);
        _linkId = Optional("link_id", row => row.LinkId);
        _acceptedBy = OptionalText("accepted_by", row => row.AcceptedBy);
        _acceptanceAttempt = OptionalText("acceptance_attempt", row => row.AcceptanceAttempt);
        _metadata = OptionalText("metadata", row => TextMap.Stored(row.Metadata));
        _redirectPath = OptionalText("redirect_path", row => row.RedirectPath);
        OptionalText("search", SearchText.Of, isKey: true);
        AddIndexes();
    }

    /// <summary>The columns that say who an invitation is for; an anonymous one has nothing in them.</summary>
    public static IReadOnlySet<string> PersonalColumns { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "email", "phone", "identifier_kind", "identifier_value", "identifier_key", "user_id",
        "first_name", "last_name", "job_title", "department", "line_manager", "line_manager_id", "start_date", "employee_id", "language", "fields",
        "inviter_name", "personal_message", "code_lookup", "code_length", "accepted_by", "acceptance_attempt", "refusal_reason", "metadata", "redirect_path", "search",
    };

    public override string[] Key => ["id"];

    public override Invitation Read(DbDataReader reader) => new()
    {
        Id = _id.Read(reader),
        Tenant = new(_tenant.Read(reader)),
        Version = _version.Read(reader),
        Status = (InvitationStatus)_status.Read(reader),
        CreatedAt = Instants.Read(_createdAt.Read(reader)),
        ExpiresAt = Instants.ReadOrNever(_expiresAt.Read(reader)),
        IssuedAt = Instants.Read(_issuedAt.Read(reader)),
        ReminderDueAt = Instants.Read(_reminderDueAt.Read(reader)),
        EndedAt = Instants.Read(_endedAt.Read(reader)),
        AnonymizedAt = Instants.Read(_anonymizedAt.Read(reader)),
        IssueCount = _issueCount.Read(reader),
        SecretVersion = _secretVersion.Read(reader),
        SecretKeyId = (uint)_secretKeyId.Read(reader),
        CodeLookup = _codeLookup.Read(reader),
        CodeLength = _codeLength.Read(reader),
        Recipient = _recipient.Read(reader),
        Profile = _profile.Read(reader),
        Grant = _grant.Read(reader),
        Origin = (InvitationOrigin)_origin.Read(reader),
        ApprovedBy = _approvedBy.Read(reader),
        RefusalReason = _refusalReason.Read(reader),
        RequestedLifetime = _requestedLifetime.Read(reader) is { } lifetime ? new TimeSpan(lifetime * TimeSpan.TicksPerMicrosecond) : null,
        InvitedBy = _invitedBy.Read(reader),
        InviterName = _inviterName.Read(reader),
        IsFromSystem = _isFromSystem.Read(reader),
        PersonalMessage = _personalMessage.Read(reader),
        Channels = TextList.Read(_channels.Read(reader)),
        BatchId = _batchId.Read(reader),
        BatchRow = _batchRow.Read(reader),
        LinkId = _linkId.Read(reader),
        AcceptedBy = _acceptedBy.Read(reader),
        AcceptanceAttempt = _acceptanceAttempt.Read(reader),
        Metadata = TextMap.Read(_metadata.Read(reader)),
        RedirectPath = _redirectPath.Read(reader),
    };

    private void AddIndexes()
    {
        foreach (var kind in OpenKeys.Kinds)
        {
            var column = OpenKeys.ColumnOf(kind);
            UniqueIndex(column, $"{column} IS NOT NULL", column, "tenant");
        }

        FilteredIndex("code_lookup", "code_lookup IS NOT NULL", "code_lookup");
        FilteredIndex("link", "link_id IS NOT NULL", "link_id", "created_at", "id");
        FilteredIndex("open", OpenInvitations.Filter, "tenant", "invited_by");
        Index("created", "tenant", "created_at", "id");
        Index("expires", "tenant", "expires_at", "id");
        FilteredIndex("expiring", $"status IN ({(int)InvitationStatus.AwaitingApproval}, {(int)InvitationStatus.Pending})", "expires_at", "id");
        FilteredIndex("reminder_due", "reminder_due_at IS NOT NULL", "reminder_due_at", "id");
        foreach (var column in (string[])["email", "phone", "identifier_key", "user_id"])
            FilteredIndex(column, $"{column} IS NOT NULL", column, "tenant");
        FilteredIndex("ended", "ended_at IS NOT NULL AND anonymized_at IS NULL", "tenant", "ended_at", "id");
    }
}
