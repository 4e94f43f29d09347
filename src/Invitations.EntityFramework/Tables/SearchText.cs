using System.Text;

namespace Invitations.Stores.EntityFramework;

/// <summary>Everything of an invitation that a list is searched by, in one column: each value on a line of its own, ASCII letters in lower case.</summary>
internal static class SearchText
{
    private const char Break = '\n';

    public static string? Of(Invitation invitation)
    {
        var (recipient, profile) = (invitation.Recipient, invitation.Profile);
        var text = new StringBuilder();
        Add(text, recipient.Email);
        Add(text, recipient.Phone);
        Add(text, recipient.Identifier?.Value);
        Add(text, profile is { FirstName: { } first, LastName: { } last } ? $"{first} {last}" : profile.FirstName ?? profile.LastName);
        Add(text, profile.EmployeeId);
        return text.Length == 0 ? null : text.ToString();
    }

    /// <summary>The text to look for, as it would stand in the column; null where it cannot be in there, since no value spans two lines.</summary>
    public static string? Term(string search) => search.Contains(Break, StringComparison.Ordinal) ? null : Lower(search);

    private static void Add(StringBuilder text, string? value)
    {
        if (value is null)
            return;
        if (text.Length > 0)
            text.Append(Break);
        text.Append(Lower(value));
    }

    private static string Lower(string value) => value.AsSpan().IndexOfAnyInRange('A', 'Z') < 0
        ? value
        : string.Create(value.Length, value, static (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
                span[i] = char.IsAsciiLetterUpper(source[i]) ? (char)(source[i] + 32) : source[i];
        });
}
