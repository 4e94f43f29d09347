namespace Invitations;

/// <summary>An account of the host that an invitation could meet.</summary>
public sealed record Account
{
    /// <summary>The host's id of the user.</summary>
    public required string UserId { get; init; }

    /// <summary>The e-mail address in the form of <see cref="EmailAddress.Value"/>, or null.</summary>
    public string? Email { get; init; }

    /// <summary>The phone number in E.164 form, or null.</summary>
    public string? Phone { get; init; }

    /// <summary>The employee id, or null.</summary>
    public string? EmployeeId { get; init; }

    /// <summary>Whether the account is already a member or guest of the tenant asked about.</summary>
    public bool IsMember { get; init; }

    /// <summary>The id alone: the rest is personal data.</summary>
    public override string ToString() => UserId;
}
