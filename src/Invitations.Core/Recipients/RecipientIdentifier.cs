using System.Diagnostics.CodeAnalysis;

namespace Invitations;

/// <summary>Something other than an address by which a tenant knows a person: a personnel number, a phone number, a birthday.</summary>
/// <remarks><see cref="ToString"/> leaves the value out, so that it does not reach a log by accident.</remarks>
public sealed record RecipientIdentifier
{
    /// <summary>The longest value, in UTF-16 code units.</summary>
    public const int MaxLength = 100;

    private RecipientIdentifier(string kind, string value)
    {
        Kind = kind;
        Value = value;
        Key = string.Concat(kind, ":", RecipientIdentifierText.Fold(value));
    }

    /// <summary>What the value is: one of <see cref="IdentifierKinds"/> or a kind of the host.</summary>
    public string Kind { get; }

    /// <summary>The value as it is shown: NFKC form, trimmed, with single spaces inside.</summary>
    public string Value { get; }

    /// <summary>
    /// What decides whether two identifiers are the same: the kind, a colon, and the value with its ASCII letters in upper case
    /// (<c>personnel_number:AB 12</c>).
    /// </summary>
    public string Key { get; }

    /// <summary>Whether this identifier belongs to one person of a tenant at most; a birthday does not.</summary>
    public bool IsUnique => IdentifierKinds.IsUnique(Kind);

    /// <summary>Makes an identifier from what somebody typed.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="value">
    /// The value. White space around it is dropped and collapsed inside. A <see cref="IdentifierKinds.PhoneNumber"/> has to be in E.164 form
    /// already: which number somebody means depends on a region, which only the phone parser knows.
    /// </param>
    /// <param name="identifier">The identifier, or null.</param>
    /// <param name="problem">What is wrong, or <see cref="RecipientIdentifierProblem.None"/>.</param>
    /// <returns>Whether the two make an identifier.</returns>
    public static bool TryCreate(
        string? kind, string? value, [NotNullWhen(true)] out RecipientIdentifier? identifier, out RecipientIdentifierProblem problem)
    {
        identifier = null;
        if (!IdentifierKinds.IsKind(kind))
        {
            problem = RecipientIdentifierProblem.Kind;
            return false;
        }

        var normalised = RecipientIdentifierText.Normalise(value, out problem);
        if (problem == RecipientIdentifierProblem.None)
        {
            normalised = kind switch
            {
                IdentifierKinds.Birthday => RecipientIdentifierText.Birthday(normalised, out problem),
                IdentifierKinds.PhoneNumber => RecipientIdentifierText.PhoneNumber(normalised, out problem),
                _ => normalised,
            };
        }

        if (problem != RecipientIdentifierProblem.None)
            return false;
        identifier = new RecipientIdentifier(kind!, normalised);
        return true;
    }

    /// <summary>Whether the two have the same <see cref="Key"/>.</summary>
    /// <param name="other">The other one.</param>
    public bool Equals(RecipientIdentifier? other) => other is not null && string.Equals(Key, other.Key, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Key);

    /// <summary>The kind alone.</summary>
    public override string ToString() => Kind + ":***";
}
