namespace Invitations;

/// <summary>By what an open invitation is unique within its tenant.</summary>
public enum UniqueKeyKind
{
    /// <summary>The canonical e-mail address.</summary>
    Email,

    /// <summary>The phone number in E.164 form.</summary>
    Phone,

    /// <summary>The employee id, with ASCII letters in upper case.</summary>
    EmployeeId,

    /// <summary>The identifier with its kind, where the kind is unique.</summary>
    Identifier,

    /// <summary>The account that is invited by id.</summary>
    User,

    /// <summary>The look-up hash of the access code.</summary>
    Code,
}
