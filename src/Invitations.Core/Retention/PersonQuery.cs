namespace Invitations;

/// <summary>A person about whom something is asked, by what they were invited with, as somebody typed it. Each value that is set is looked for.</summary>
public sealed record PersonQuery
{
    /// <summary>An e-mail address, or null.</summary>
    public string? Email { get; init; }

    /// <summary>A phone number, or null.</summary>
    public string? Phone { get; init; }

    /// <summary>The value of an identifier, such as a personnel number, or null.</summary>
    public string? Identifier { get; init; }

    /// <summary>The kind of the identifier (see <see cref="IdentifierKinds"/>), or null for a personnel number.</summary>
    public string? IdentifierKind { get; init; }

    /// <summary>The host's id of an account that was invited by id, or null.</summary>
    public string? UserId { get; init; }

    /// <summary>Nothing of the content: it is personal data.</summary>
    public override string ToString() => nameof(PersonQuery);
}
