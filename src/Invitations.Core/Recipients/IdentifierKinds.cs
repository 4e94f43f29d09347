namespace Invitations;

/// <summary>The kinds of identifiers that have rules of their own. A host adds its own kinds by naming them.</summary>
/// <remarks>A kind is 1 to 50 characters: lower-case ASCII letters, digits and underscores, a letter first.</remarks>
public static class IdentifierKinds
{
    /// <summary>The longest kind, in characters.</summary>
    public const int MaxLength = 50;

    /// <summary>The number that an employer gives to a person.</summary>
    public const string PersonnelNumber = "personnel_number";

    /// <summary>A phone number in E.164 form: <c>+</c> and up to 15 digits. It is normalised before it becomes an identifier.</summary>
    public const string PhoneNumber = "phone_number";

    /// <summary>A date of birth, kept as <c>yyyy-MM-dd</c>. Many people share one, so it decides nothing about uniqueness.</summary>
    public const string Birthday = "birthday";

    /// <summary>Whether a value of this kind belongs to one person of a tenant at most. True for every kind but <see cref="Birthday"/>.</summary>
    /// <param name="kind">The kind.</param>
    public static bool IsUnique(string kind) => !string.Equals(kind, Birthday, StringComparison.Ordinal);

    internal static bool IsKind(ReadOnlySpan<char> kind)
    {
        if (kind.Length is 0 or > MaxLength || !char.IsAsciiLetterLower(kind[0]))
            return false;
        foreach (var character in kind)
        {
            if (!char.IsAsciiLetterLower(character) && !char.IsAsciiDigit(character) && character != '_')
                return false;
        }

        return true;
    }
}
