using System.Text;
using Invitations.Excel.Tests.Files;

namespace Invitations.Excel.Tests.Reading;

public sealed class TextTableTests
{
    [Theory]
    [InlineData("e-mail,name\nana@x.com,Ana", "1: A=e-mail | B=name", "2: A=ana@x.com | B=Ana")]
    [InlineData("e-mail;name\r\nana@x.com;\"López; Ana\"\r\n", "1: A=e-mail | B=name", "2: A=ana@x.com | B=López; Ana")]
    [InlineData("e-mail\tname\rana@x.com\tAna", "1: A=e-mail | B=name", "2: A=ana@x.com | B=Ana")]
    [InlineData("sep=;\na,b;c\nd;e", "2: A=a,b | B=c", "3: A=d | B=e")]
    [InlineData("a\n\n\nb", "1: A=a", "4: A=b")]
    [InlineData("a,\"say \"\"hi\"\"\",\"two\nlines\"\n,,b", "1: A=a | B=say \"hi\" | C=two\nlines", "2: C=b")]
    [InlineData("\uFEFFa,b\n 5\" pipe ,\"x\"y", "1: A=a | B=b", "2: A= 5\" pipe  | B=xy")]
    public void Separated_values_are_read_as_a_spreadsheet_program_shows_them(string text, params string[] expected) =>
        Assert.Equal(expected, ReadFile.Rows(text));

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void An_encoding_is_known_by_its_mark(string name)
    {
        var encoding = Encoding.GetEncoding(name);

        Assert.Equal(["1: A=Zoë | B=Łódź"], ReadFile.Rows([.. encoding.Preamble, .. encoding.GetBytes("Zoë;Łódź")]));
    }

    [Fact]
    public void A_text_in_a_code_page_is_refused_rather_than_guessed() =>
        Assert.Equal(InvitationErrorCodes.FileEncoding, ReadFile.Refusal(Encoding.Latin1.GetBytes("e-mail;name\nana@x.com;Zoë")).Code);

    [Fact]
    public void A_quote_that_is_never_closed_would_hide_rows_and_refuses_the_file() =>
        Assert.Equal(InvitationErrorCodes.FileUnreadable, ReadFile.Refusal("a,\"b\nc,d\n"u8.ToArray()).Code);

    [Fact]
    public void A_value_longer_than_a_cell_is_cut_off_and_says_so() =>
        Assert.Equal(["1: A=abc:TooLong | B=d"], ReadFile.Rows("abcdef,d"u8.ToArray(), new() { CellLength = 3 }));

    [Fact]
    public void A_separator_at_the_end_of_what_is_read_at_once_is_no_trouble()
    {
        var rows = Enumerable.Range(0, 20_000).Select(i => $"person-{i}@example.com;\"Name \"\"{i}\"\"\"").ToList();

        var read = ReadFile.Rows(string.Join("\r\n", rows));

        Assert.Equal(20_000, read.Count);
        Assert.Equal("20000: A=person-19999@example.com | B=Name \"19999\"", read[^1]);
    }
}
