using System.Buffers;
using System.Text;

namespace Invitations.Tests.Inviting.PastedLists;

public sealed class PastedListRandomTests
{
    private static readonly SearchValues<char> Separators = SearchValues.Create(",;\t\n\r\u0085\u2028\u2029\u060C\u3001\uFF0C\u061B\uFF1B");

    private static readonly string[] Fragments =
    [
        "a@x.com", "b@x.com", "jane", "Doe", "E-mail", "+32470123456", "12", "@", "<", "<", ">", ">", "\"", "\"", "\\", "'", "(", ")", "[", "]", ".", "mailto:",
        ",", ",", ";", ";", " ", " ", "\t", "\n", "\r\n", "\r", "\u2028", "\u0085", "\u00A0", "，", "；", "\u200B", "\uFEFF", "😀", "\uD83D", "é", "?", "“", "”",
    ];

    [Fact]
    public void Nothing_that_was_pasted_is_lost()
    {
        var random = new Random(42);
        for (var round = 0; round < 100_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 25)).Select(_ => Fragments[random.Next(Fragments.Length)]));

            var list = PastedList.Parse(text);

            var kept = list.Header + string.Concat(list.Entries.Select(entry => entry.Text));
            Assert.Equal(Content(text.StartsWith('\uFEFF') ? text[1..] : text), Content(kept));
            Assert.All(list.Entries, entry => Assert.True(entry.Email is null ^ entry.Phone is null && entry.Text.Contains(entry.Email ?? entry.Phone!, StringComparison.Ordinal)));
            AssertPlaces(text, list);
        }
    }

    [Fact]
    public void Every_address_of_a_decent_list_is_found_in_order()
    {
        var random = new Random(43);
        Func<string, string>[] wrappings =
        [
            a => a, a => $" {a} ", a => $"<{a}>", a => $"\"{a}\"", a => $"'{a}'", a => $"mailto:{a}", a => $"Ana Silva <{a}>", a => $"\"Silva, Ana\" <{a}>",
            a => $"\"Silva; Ana <3\" <{a}>", a => $"({a})", a => $"[{a}]", a => $"<mailto:{a}>",
        ];
        string[] separators = [",", ", ", ";", "; ", "\n", "\r\n", "\t", ",\n", ";;", "\u2028", "，"];
        for (var round = 0; round < 5_000; round++)
        {
            var addresses = Enumerable.Range(0, random.Next(1, 30)).Select(i => $"user.{round}+{i}@example{random.Next(9)}.com").ToList();
            var text = new StringBuilder();
            foreach (var address in addresses)
                text.Append(wrappings[random.Next(wrappings.Length)](address)).Append(separators[random.Next(separators.Length)]);

            Assert.Equal(addresses, PastedList.Parse(text.ToString()).Entries.Select(entry => entry.Email));
        }
    }

    [Fact]
    public void A_hundred_thousand_entries_are_a_hundred_thousand_entries()
    {
        var list = PastedList.Parse(string.Join(", ", Enumerable.Range(0, 100_000).Select(i => $"User {i} <user{i}@example.com>")));
        Assert.Equal(100_000, list.Entries.Count);
        Assert.Equal("user99999@example.com", list.Entries[^1].Email);
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("<")]
    [InlineData(">")]
    [InlineData("<>")]
    [InlineData("< ")]
    [InlineData("<a>")]
    [InlineData("<a>.")]
    [InlineData("<a")]
    [InlineData("a<")]
    [InlineData("\" ")]
    [InlineData("\"a")]
    [InlineData("\"a,")]
    [InlineData(",\"")]
    [InlineData(",\"\\")]
    [InlineData("\\\"")]
    [InlineData("\"\",\"")]
    [InlineData("\"a\" ")]
    [InlineData("\"a\"<")]
    [InlineData("'")]
    [InlineData("(")]
    [InlineData("(a)")]
    [InlineData("@")]
    [InlineData("a@b ")]
    [InlineData("@ ")]
    [InlineData("mailto:")]
    [InlineData("1")]
    [InlineData("1 ")]
    [InlineData("+")]
    [InlineData(" ")]
    [InlineData(",")]
    [InlineData(",;")]
    [InlineData("a,<b>;")]
    [InlineData("a,b;")]
    [InlineData("\r")]
    [InlineData("x")]
    [InlineData("\uD83D")]
    public void A_long_run_of_anything_loses_nothing(string unit)
    {
        foreach (var (before, after) in new[] { ("", ""), ("\"", ""), ("<", ">"), ("a@x.com <", ""), ("\"a\"", ""), ("", ";"), ("", "\""), ("Doe, ", "<a@x.com>;") })
        {
            var text = before + string.Concat(Enumerable.Repeat(unit, 100_000 / unit.Length)) + after;
            var list = PastedList.Parse(text);
            Assert.True(Content(text) == Content(list.Header + string.Concat(list.Entries.Select(entry => entry.Text))), "Text was lost.");
        }
    }

    private static void AssertPlaces(string text, PastedList list)
    {
        var lines = text.ReplaceLineEndings("\n").Replace('\u0085', '\n').Replace('\u2028', '\n').Replace('\u2029', '\n').Split('\n');
        lines[0] = lines[0].StartsWith('\uFEFF') ? lines[0][1..] : lines[0];
        Assert.All(list.Entries, entry => Assert.StartsWith(entry.Text, lines[entry.Line - 1][(entry.Column - 1)..], StringComparison.Ordinal));
    }

    /// <summary>The text without separators, white space and double quotes, which an empty spreadsheet cell is made of.</summary>
    private static string Content(string text)
    {
        var content = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (!char.IsWhiteSpace(character) && !Separators.Contains(character) && character != '"')
                content.Append(character);
        }

        return content.ToString();
    }
}
