namespace Invitations;

/// <summary>
/// Writes a text message: of the ways to say it, with and without the personal message, the expiry and the inviter, the fullest that
/// needs the fewest segments. So a personal message goes along only where it costs nothing.
/// </summary>
internal static class ShortTextWriter
{
    // The fullest first; the link and the code are in each.
    private static readonly string[][] LeftOut =
    [
        [],
        ["message"],
        ["message", "expiry"],
        ["message", "expiry", "inviter"],
    ];

    public static Message Write(CompiledTemplate template, MessageFacts facts)
    {
        var names = facts.ForWords();
        names["message"] = string.Join(' ', facts.Quote);
        var best = "";
        var fewest = int.MaxValue;
        foreach (var leftOut in LeftOut)
        {
            foreach (var name in leftOut)
                names[name] = "";
            var text = PlainText.OneLine(template.Run(TemplatePart.Text, names));
            var segments = SmsSegments.Of(text).Count;
            if (segments < fewest)
                (best, fewest) = (text, segments);
            if (fewest <= 1)
                break;
        }

        return new() { Language = template.Language, IsRightToLeft = template.IsRightToLeft, Text = best };
    }
}
