namespace Invitations;

/// <summary>What the cells of one row say, until it is an invite.</summary>
internal sealed class InviteDraftRow
{
    private readonly string?[] _texts = new string?[(int)ImportField.Host + 1];
    private List<string>? _groups;
    private Dictionary<string, string>? _fields;

    public DateOnly? StartDate { get; set; }

    public DateOnly? LastDay { get; set; }

    public bool? Admin { get; set; }

    public GrantKind? Kind { get; set; }

    public IReadOnlyList<string>? Roles { get; set; }

    public IReadOnlyList<string>? Products { get; set; }

    public void Set(ImportField field, string text) => _texts[(int)field] = text;

    public void Set(string field, string text) => (_fields ??= new(StringComparer.Ordinal))[field] = text;

    public void AddGroups(params IEnumerable<string> groups) => (_groups ??= []).AddRange(groups);

    /// <summary>Makes the invite, and is blank again.</summary>
    public Invite Take(int row)
    {
        var invite = new Invite
        {
            Email = _texts[(int)ImportField.Email],
            Phone = _texts[(int)ImportField.Phone],
            Identifier = _texts[(int)ImportField.Identifier],
            IdentifierKind = _texts[(int)ImportField.IdentifierKind],
            FirstName = _texts[(int)ImportField.FirstName],
            LastName = _texts[(int)ImportField.LastName],
            JobTitle = _texts[(int)ImportField.JobTitle],
            Department = _texts[(int)ImportField.Department],
            LineManager = _texts[(int)ImportField.LineManager],
            StartDate = StartDate,
            EmployeeId = _texts[(int)ImportField.EmployeeId],
            Language = _texts[(int)ImportField.Language],
            PersonalMessage = _texts[(int)ImportField.PersonalMessage],
            Kind = Kind,
            Roles = Roles,
            Admin = Admin,
            Groups = _groups,
            Products = Products,
            MembershipEndsAt = EndOf(LastDay),
            Fields = (IReadOnlyDictionary<string, string>?)_fields ?? Nothing,
            Row = row,
        };
        Array.Clear(_texts);
        (StartDate, LastDay, Admin, Kind, Roles, Products, _groups, _fields) = (null, null, null, null, null, null, null, null);
        return invite;
    }

    private static IReadOnlyDictionary<string, string> Nothing { get; } = new Dictionary<string, string>();

    // The membership lasts to the end of its last day.
    private static DateTimeOffset? EndOf(DateOnly? day) =>
        day is { } last && last < DateOnly.MaxValue ? new DateTimeOffset(last.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : null;
}
