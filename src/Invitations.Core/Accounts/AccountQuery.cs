namespace Invitations;

/// <summary>Which accounts are asked for: those that match any of the values. A whole chunk asks at once.</summary>
public sealed class AccountQuery
{
    /// <summary>The tenant that invites.</summary>
    public required TenantId Tenant { get; init; }

    /// <summary>Canonical e-mail addresses.</summary>
    public IReadOnlyCollection<string> Emails { get; init; } = [];

    /// <summary>Phone numbers in E.164 form.</summary>
    public IReadOnlyCollection<string> Phones { get; init; } = [];

    /// <summary>Employee ids as written.</summary>
    public IReadOnlyCollection<string> EmployeeIds { get; init; } = [];

    /// <summary>The host's ids of users.</summary>
    public IReadOnlyCollection<string> UserIds { get; init; } = [];
}
