namespace Invitations;

/// <summary>What a column fills of an <see cref="Invite"/>.</summary>
internal enum ImportField
{
    None,
    Email,
    Phone,
    Identifier,
    IdentifierKind,
    FirstName,
    LastName,
    JobTitle,
    Department,
    LineManager,
    StartDate,
    EmployeeId,
    Language,
    Roles,
    Admin,
    Kind,
    Groups,
    Products,
    MembershipEndsAt,
    PersonalMessage,
    Group,
    Host,
}
