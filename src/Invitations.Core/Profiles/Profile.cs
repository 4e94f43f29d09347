namespace Invitations;

/// <summary>What is known about the invited person and handed to the host at acceptance.</summary>
public sealed record Profile
{
    /// <summary>A profile that says nothing.</summary>
    public static Profile Empty { get; } = new();

    /// <summary>The first name, or null.</summary>
    public string? FirstName { get; init; }

    /// <summary>The last name, or null.</summary>
    public string? LastName { get; init; }

    /// <summary>The job title, or null.</summary>
    public string? JobTitle { get; init; }

    /// <summary>The department, or null.</summary>
    public string? Department { get; init; }

    /// <summary>The line manager as the inviter wrote it (a name, an address or an id of the host), or null.</summary>
    public string? LineManager { get; init; }

    /// <summary>The host's id of the line manager's account, where an <see cref="ILineManagerDirectory"/> found it by <see cref="LineManager"/>. Or null; what a caller sets here is not taken.</summary>
    public string? LineManagerId { get; init; }

    /// <summary>The first working day, or null.</summary>
    public DateOnly? StartDate { get; init; }

    /// <summary>The employee id, unique within a tenant among open invitations, or null.</summary>
    public string? EmployeeId { get; init; }

    /// <summary>The language of the person as a BCP 47 tag such as <c>nl-BE</c>, or null for the tenant's default.</summary>
    public string? Language { get; init; }

    /// <summary>The values of the host's own fields (see <see cref="FieldDefinition"/>) by key. Empty by default.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = Empty<string, string>.Dictionary;

    /// <summary>Nothing of the content: a profile is personal data.</summary>
    public override string ToString() => nameof(Profile);
}
