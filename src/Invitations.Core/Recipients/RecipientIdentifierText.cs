using System.Globalization;
using System.Text;

namespace Invitations;

/// <summary>Brings the values of identifiers to the form in which they are kept and compared.</summary>
internal static class RecipientIdentifierText
{
    private const int OldestYear = 1900;

    private static readonly string[] DateFormats = ["yyyy-MM-dd", "d.M.yyyy"];

    public static string Normalise(string? value, out RecipientIdentifierProblem problem)
    {
        var text = value.AsSpan().Trim();
        problem = text switch
        {
            [] => RecipientIdentifierProblem.Empty,
            _ when text.Length > RecipientIdentifier.MaxLength => RecipientIdentifierProblem.TooLong,
            _ when HiddenCharacters.In(text) => RecipientIdentifierProblem.HiddenCharacter,
            _ => RecipientIdentifierProblem.None,
        };
        if (problem != RecipientIdentifierProblem.None)
            return "";

        var normalised = CollapseSpaces(text.ToString().Normalize(NormalizationForm.FormKC));
        if (normalised.Length > RecipientIdentifier.MaxLength)
            problem = RecipientIdentifierProblem.TooLong;
        return normalised;
    }

    public static string Birthday(string value, out RecipientIdentifierProblem problem)
    {
        var isDate = DateOnly.TryParseExact(value, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year >= OldestYear;
        problem = isDate ? RecipientIdentifierProblem.None : RecipientIdentifierProblem.Birthday;
        return isDate ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "";
    }

    public static string PhoneNumber(string value, out RecipientIdentifierProblem problem)
    {
        var isNumber = value.Length is >= 5 and <= 16 && value[0] == '+' && value[1] != '0' && value.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;
        problem = isNumber ? RecipientIdentifierProblem.None : RecipientIdentifierProblem.PhoneNumber;
        return value;
    }

    /// <summary>Folds ASCII letters to upper case, and them alone.</summary>
    public static string Fold(string value)
    {
        if (value.AsSpan().IndexOfAnyInRange('a', 'z') < 0)
            return value;
        return string.Create(value.Length, value, static (target, source) =>
        {
            for (var i = 0; i < target.Length; i++)
                target[i] = char.IsAsciiLetterLower(source[i]) ? (char)(source[i] & ~0x20) : source[i];
        });
    }

    private static string CollapseSpaces(string text)
    {
        if (text.AsSpan().IndexOfAnyExceptInRange('!', '~') < 0)
            return text;
        var target = new StringBuilder(text.Length);
        foreach (var character in text.AsSpan().Trim())
        {
            if (!char.IsWhiteSpace(character))
                target.Append(character);
            else if (target[^1] != ' ')
                target.Append(' ');
        }

        return target.ToString();
    }
}
