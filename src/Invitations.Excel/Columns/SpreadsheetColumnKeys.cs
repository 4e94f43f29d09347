namespace Invitations;

/// <summary>The stable keys of the columns that every tenant has. A host's own field has its own key, a column of one group <see cref="Group"/>.</summary>
/// <remarks>They stand behind the localised headers of a template, and are understood as headers themselves.</remarks>
public static class SpreadsheetColumnKeys
{
    /// <summary>The first name.</summary>
    public const string FirstName = "first_name";

    /// <summary>The last name.</summary>
    public const string LastName = "last_name";

    /// <summary>The e-mail address.</summary>
    public const string Email = "email";

    /// <summary>The mobile number with its country code.</summary>
    public const string Phone = "phone";

    /// <summary>What identifies a person without an address.</summary>
    public const string Identifier = "identifier";

    /// <summary>What <see cref="Identifier"/> is; a personnel number where nothing is said.</summary>
    public const string IdentifierKind = "identifier_kind";

    /// <summary>The job title.</summary>
    public const string JobTitle = "job_title";

    /// <summary>The department.</summary>
    public const string Department = "department";

    /// <summary>The line manager.</summary>
    public const string LineManager = "line_manager";

    /// <summary>The first working day.</summary>
    public const string StartDate = "start_date";

    /// <summary>The employee id.</summary>
    public const string EmployeeId = "employee_id";

    /// <summary>The language of the person.</summary>
    public const string Language = "language";

    /// <summary>The ids of the roles.</summary>
    public const string Roles = "roles";

    /// <summary>Yes or no: whether the person becomes an administrator.</summary>
    public const string Admin = "admin";

    /// <summary>Member or guest.</summary>
    public const string Kind = "kind";

    /// <summary>The names or ids of the groups, in one cell.</summary>
    public const string Groups = "groups";

    /// <summary>The ids of the products.</summary>
    public const string Products = "products";

    /// <summary>The last day of the membership.</summary>
    public const string MembershipEndsAt = "membership_ends_at";

    /// <summary>The inviter's own words.</summary>
    public const string PersonalMessage = "personal_message";

    /// <summary>The key of the column of one group, in which an X puts people into it.</summary>
    /// <param name="groupId">The host's id of the group.</param>
    public static string Group(string groupId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(groupId);
        return GroupPrefix + groupId;
    }

    internal const string GroupPrefix = "group:";

    internal const string FieldPrefix = "field:";
}
