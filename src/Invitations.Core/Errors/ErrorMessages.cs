using System.Globalization;
using System.Resources;
using System.Text;

namespace Invitations;

/// <summary>The texts of the catalogue: <c>Messages.resx</c> and its translations, one entry a code, with named arguments in braces.</summary>
internal static class ErrorMessages
{
    internal static readonly ResourceManager Resources = new("Invitations.Errors.Messages", typeof(ErrorMessages).Assembly);

    public static bool IsKnown(string code) => Resources.GetString(code, CultureInfo.InvariantCulture) is not null;

    public static string Format(InvitationError error, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        var template = Resources.GetString(error.Code, culture);
        return template is null ? error.Code : Fill(template, error, culture);
    }

    private static string Fill(string template, InvitationError error, CultureInfo culture)
    {
        var open = template.IndexOf('{', StringComparison.Ordinal);
        if (open < 0)
            return template;

        var text = new StringBuilder(template.Length + 32);
        var position = 0;
        while (open >= 0)
        {
            var close = template.IndexOf('}', open);
            if (close < 0)
                break;
            var name = template[(open + 1)..close];
            text.Append(template, position, open - position)
                .Append(Find(error, name) is { } value ? ArgumentText.Show(name, value, culture) : "…");
            position = close + 1;
            open = template.IndexOf('{', position);
        }

        return text.Append(template, position, template.Length - position).ToString();
    }

    private static object? Find(InvitationError error, string name) =>
        error.Arguments.TryGetValue(name, out var value) ? value
        : name == ArgumentText.Field ? error.Field
        : null;
}
