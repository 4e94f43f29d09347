using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Invitations.TestServers;

namespace Invitations.Notifications.Tests.Email;

/// <summary>Reads messages as mail readers do (RFC 2045 to 2047), so that nothing is held against the code that wrote them.</summary>
internal static partial class MimeText
{
    public static IReadOnlyList<(string ContentType, string Text)> PartsOf(SmtpMessage mail)
    {
        var boundary = Boundary().Match(mail.Header("Content-Type")!).Groups[1].Value;
        return [.. mail.Raw.Split($"--{boundary}").Skip(1).SkipLast(1).Select(Part)];
    }

    public static string DecodeHeader(string value) =>
        EncodedWord().Replace(BetweenWords().Replace(value, "$1"), word => Encoding.GetEncoding(word.Groups[1].Value).GetString(
            word.Groups[2].Value is "B" or "b"
                ? Convert.FromBase64String(word.Groups[3].Value)
                : QuotedPrintable(word.Groups[3].Value.Replace('_', ' '))));

    private static (string ContentType, string Text) Part(string part)
    {
        var end = part.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var head = part[..end].Replace("\r\n ", " ", StringComparison.Ordinal);
        var body = part[(end + 4)..^2];
        return (Field(head, "Content-Type"), Encoding.UTF8.GetString(Field(head, "Content-Transfer-Encoding") switch
        {
            "base64" => Convert.FromBase64String(body),
            "quoted-printable" => QuotedPrintable(body),
            var other => throw new InvalidOperationException($"'{other}' is no encoding for text of any language."),
        }));
    }

    private static string Field(string head, string name) =>
        head.Split("\r\n").Single(line => line.StartsWith(name + ": ", StringComparison.OrdinalIgnoreCase))[(name.Length + 2)..];

    private static byte[] QuotedPrintable(string text)
    {
        var joined = text.Replace("=\r\n", "", StringComparison.Ordinal);
        var bytes = new List<byte>(joined.Length);
        for (var i = 0; i < joined.Length; i++)
        {
            if (joined[i] != '=')
            {
                bytes.Add((byte)joined[i]);
                continue;
            }

            bytes.Add(byte.Parse(joined.AsSpan(i + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
            i += 2;
        }

        return [.. bytes];
    }

    [GeneratedRegex(@"boundary=""?([^"";\s]+)")]
    private static partial Regex Boundary();

    [GeneratedRegex(@"=\?([^?]+)\?([BbQq])\?([^?]*)\?=")]
    private static partial Regex EncodedWord();

    [GeneratedRegex(@"(\?=)\s+(?==\?)")]
    private static partial Regex BetweenWords();
}
