namespace Invitations;

/// <summary>The keys of the fields that errors are about; also the keys of spreadsheet columns.</summary>
internal static class FieldNames
{
    public const string Email = "email";
    public const string Phone = "phone";
    public const string Identifier = "identifier";
    public const string IdentifierKind = "identifier_kind";
    public const string UserId = "user_id";
    public const string Anyone = "anyone";
    public const string FirstName = "first_name";
    public const string LastName = "last_name";
    public const string JobTitle = "job_title";
    public const string Department = "department";
    public const string LineManager = "line_manager";
    public const string StartDate = "start_date";
    public const string EmployeeId = "employee_id";
    public const string Language = "language";
    public const string Name = "name";
    public const string UseLimit = "use_limit";
    public const string Domains = "domains";
    public const string Kind = "kind";
    public const string Roles = "roles";
    public const string Groups = "groups";
    public const string Products = "products";
    public const string Channels = "channels";
    public const string PersonalMessage = "personal_message";
    public const string Lifetime = "lifetime";
    public const string MembershipEndsAt = "membership_ends_at";
    public const string Metadata = "metadata";
    public const string RedirectPath = "redirect_path";
    public const string Reason = "reason";
    public const string IdempotencyKey = "idempotency_key";
}
