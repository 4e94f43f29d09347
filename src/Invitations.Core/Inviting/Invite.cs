namespace Invitations;

/// <summary>One person to invite, as somebody typed, pasted or uploaded it. Nothing here has to be valid: what is wrong comes back as errors.</summary>
/// <remarks>What is null is taken from <see cref="InviteOptions"/>; what is set wins over it.</remarks>
public sealed class Invite
{
    /// <summary>Creates an invite without an address.</summary>
    public Invite()
    {
    }

    /// <summary>Creates an invite by e-mail.</summary>
    /// <param name="email">The e-mail address.</param>
    public Invite(string email) => Email = email;

    /// <summary>The e-mail address, or null.</summary>
    public string? Email { get; init; }

    /// <summary>The phone number with its country code, or a national one where <see cref="TenantSettings.PhoneRegion"/> is set. Or null.</summary>
    public string? Phone { get; init; }

    /// <summary>The kind of <see cref="Identifier"/> (see <see cref="IdentifierKinds"/>). Null means <see cref="IdentifierKinds.PersonnelNumber"/>.</summary>
    public string? IdentifierKind { get; init; }

    /// <summary>What identifies a person without an address, or null.</summary>
    public string? Identifier { get; init; }

    /// <summary>The host's id of an account that is invited by id and told in the application, or null.</summary>
    public string? UserId { get; init; }

    /// <summary>Whether nobody in particular is meant: a bare registration code. The default value is <see langword="false"/>, where a recipient is required.</summary>
    public bool Anyone { get; init; }

    /// <summary>The first name, or null.</summary>
    public string? FirstName { get; init; }

    /// <summary>The last name, or null.</summary>
    public string? LastName { get; init; }

    /// <summary>The job title, or null.</summary>
    public string? JobTitle { get; init; }

    /// <summary>The department, or null.</summary>
    public string? Department { get; init; }

    /// <summary>The line manager, or null.</summary>
    public string? LineManager { get; init; }

    /// <summary>The first working day, or null.</summary>
    public DateOnly? StartDate { get; init; }

    /// <summary>The employee id, or null.</summary>
    public string? EmployeeId { get; init; }

    /// <summary>The language of the person as a BCP 47 tag, or null.</summary>
    public string? Language { get; init; }

    /// <summary>The values of the host's own fields by key. Empty by default.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = Empty<string, string>.Dictionary;

    /// <summary>Member or guest, or null.</summary>
    public GrantKind? Kind { get; init; }

    /// <summary>The ids of the roles, or null. An empty list takes the roles of the options away.</summary>
    public IReadOnlyList<string>? Roles { get; init; }

    /// <summary>True adds the role <see cref="TenantSettings.AdminRole"/>, false takes it away, null changes nothing.</summary>
    public bool? Admin { get; init; }

    /// <summary>The ids or names of the groups, or null. An empty list takes the groups of the options away.</summary>
    public IReadOnlyList<string>? Groups { get; init; }

    /// <summary>The ids of the products, or null. An empty list takes the products of the options away.</summary>
    public IReadOnlyList<string>? Products { get; init; }

    /// <summary>When the membership ends by itself, or null.</summary>
    public DateTimeOffset? MembershipEndsAt { get; init; }

    /// <summary>The inviter's own words, plain text, or null.</summary>
    public string? PersonalMessage { get; init; }

    /// <summary>The host's own data, handed back at acceptance, or null. At most 10,000 characters, keys included; values that are null are left out.</summary>
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }

    /// <summary>The local path, or the listed address (see <see cref="TenantSettings.RedirectTargets"/>), to send the person to after acceptance, such as <c>/welcome</c>, or null.</summary>
    public string? RedirectPath { get; init; }

    /// <summary>The position of the row where it comes from, counted from 1, for errors; 0, the default, means its place in the list.</summary>
    public int Row { get; init; }

    /// <summary>Nothing of the content: an invite is personal data.</summary>
    public override string ToString() => nameof(Invite);
}
