namespace Invitations.Tests.Inviting.PastedLists;

public sealed class PastedListTests
{
    [Theory]
    [InlineData("a@x.com", "a@x.com")]
    [InlineData("a@x.com, b@x.com;c@x.com\nd@x.com\r\ne@x.com\rf@x.com\u2028g@x.com\th@x.com", "a@x.com|b@x.com|c@x.com|d@x.com|e@x.com|f@x.com|g@x.com|h@x.com")]
    [InlineData("a@x.com，b@x.com；c@x.com、d@x.com", "a@x.com|b@x.com|c@x.com|d@x.com")]
    [InlineData(",;\n\n a@x.com ,, ;\t\n b@x.com;\n", "a@x.com|b@x.com")]
    [InlineData("a@x.com b@x.com   c@x.com", "a@x.com|b@x.com|c@x.com")]
    [InlineData("a@x.com\u00A0b@x.com", "a@x.com|b@x.com")]
    [InlineData("\uFEFFa@x.com", "a@x.com")]
    [InlineData("\"a@x.com\"\n\"b@x.com\"", "a@x.com|b@x.com")]
    [InlineData("\"a@x.com\",\"b@x.com\",\"\"", "a@x.com|b@x.com")]
    [InlineData("\"a@x.com, b@x.com\"", "a@x.com|b@x.com")]
    [InlineData("\"a@x.com\nb@x.com\"", "a@x.com|b@x.com")]
    [InlineData("\"a@x.com b@x.com\"", "a@x.com|b@x.com")]
    [InlineData("'a@x.com', (b@x.com), [c@x.com], {d@x.com}, <e@x.com>, “f@x.com”, «g@x.com»", "a@x.com|b@x.com|c@x.com|d@x.com|e@x.com|f@x.com|g@x.com")]
    [InlineData("mailto:a@x.com, MAILTO:b@x.com?subject=Hi, <mailto:c@x.com>", "a@x.com|b@x.com|c@x.com")]
    [InlineData("<<a@x.com>>, <b@x.com, c@x.com>", "a@x.com|b@x.com|c@x.com")]
    [InlineData("o'brien@x.com, 'o'brien@x.com'", "o'brien@x.com|o'brien@x.com")]
    [InlineData("a@x.com, a@x.com", "a@x.com|a@x.com")]
    public void Addresses_are_found_whatever_stands_between_and_around_them(string text, string emails)
    {
        var list = PastedList.Parse(text);
        Assert.Equal(emails.Split('|'), list.Entries.Select(entry => entry.Email));
        Assert.All(list.Entries, entry => Assert.True(EmailAddress.TryParse(entry.Email, out _) && entry.Phone is null && entry.Name is null));
        Assert.Equal(Enumerable.Range(1, list.Entries.Count), list.Entries.Select(entry => entry.Position));
        Assert.Null(list.Header);
    }

    [Theory]
    [InlineData("Ana <a@x.com>", "Ana=a@x.com")]
    [InlineData("Ana Silva<a@x.com>,Bo <b@x.com>", "Ana Silva=a@x.com|Bo=b@x.com")]
    [InlineData("Ana <a@x.com> Bo <b@x.com>", "Ana=a@x.com|Bo=b@x.com")]
    [InlineData("Ana <a@x.com> b@x.com", "Ana=a@x.com|=b@x.com")]
    [InlineData("\"Doe, Jane\" <jane@x.com>, \"Roe, Rick\" <rick@x.com>", "Doe, Jane=jane@x.com|Roe, Rick=rick@x.com")]
    [InlineData("\"Doe; Jane\"<jane@x.com>; b@x.com", "Doe; Jane=jane@x.com|=b@x.com")]
    [InlineData("\"Jane \\\"JJ\\\" <Doe>, Dr.\" <jane@x.com>", "Jane \"JJ\" <Doe>, Dr.=jane@x.com")]
    [InlineData("\"Doe, Jane <jane@x.com>\"\n\"Ana <a@x.com>\"", "Doe, Jane=jane@x.com|Ana=a@x.com")]
    [InlineData("Doe, Jane <jane@x.com>; Roe, Rick <rick@x.com>", "Doe, Jane=jane@x.com|Roe, Rick=rick@x.com")]
    [InlineData("Doe, Jane <jane@x.com>;", "Doe, Jane=jane@x.com")]
    [InlineData("Doe, Jane, PhD <jane@x.com>; b@x.com, Roe <rick@x.com>", "Doe, Jane, PhD=jane@x.com|=b@x.com|Roe=rick@x.com")]
    [InlineData("b@x.com, Roe, Rick <rick@x.com>; c@x.com", "=b@x.com|=Roe|Rick=rick@x.com|=c@x.com")]
    [InlineData("Doe, Jane <jane@x.com>", "=Doe|Jane=jane@x.com")]
    [InlineData("'Ana' <a@x.com>", "Ana=a@x.com")]
    [InlineData("ana@x.com <ANA@x.com>", "=ANA@x.com")]
    [InlineData("Ana <a@x.com, Bo <b@x.com>", "Ana=a@x.com|Bo=b@x.com")]
    [InlineData("<a@x.com>.", "=a@x.com")]
    [InlineData("\"\" <a@x.com>", "=a@x.com")]
    [InlineData("Ana < mailto:a@x.com >", "Ana=a@x.com")]
    public void Display_names_stay_with_their_addresses(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', PastedList.Parse(text).Entries.Select(entry => $"{entry.Name}={entry.Email}")));

    [Theory]
    [InlineData("nonsense", "nonsense")]
    [InlineData("a@x.com, bob, c@x.com", "a@x.com|bob|c@x.com")]
    [InlineData("ja ne@x.com", "ja ne@x.com")]
    [InlineData("jane @x.com", "jane @x.com")]
    [InlineData("jane@ x.com", "jane@ x.com")]
    [InlineData("jane@ bo@x.com", "jane@ bo@x.com")]
    [InlineData("@jane bo@x.com", "@jane bo@x.com")]
    [InlineData("<a@x.com> @", "a@x.com|@")]
    [InlineData("Carl a@x.com b@x.com", "Carl a@x.com b@x.com")]
    [InlineData("a@x.com <b@x.com>", "a@x.com <b@x.com>")]
    [InlineData("Ana <>", "Ana <>")]
    [InlineData("\"ana silva\"@x.com", "\"ana silva\"@x.com")]
    [InlineData("user@[127.0.0.1]", "user@[127.0.0.1]")]
    [InlineData("a@x.com\u200B", "a@x.com\u200B")]
    [InlineData("()", "()")]
    [InlineData("Ana <a@x.com> (work)", "a@x.com|work")]
    public void Nonsense_stays_in_the_list_so_that_it_can_be_answered(string text, string emails) =>
        Assert.Equal(emails.Split('|'), PastedList.Parse(text).Entries.Select(entry => entry.Email));

    [Theory]
    [InlineData("+32 470 12 34 56", "+32 470 12 34 56")]
    [InlineData("0470/12.34.56", "0470/12.34.56")]
    [InlineData("(020) 7946-0958; +44\u00A020\u00A07946\u00A00958", "(020) 7946-0958|+44\u00A020\u00A07946\u00A00958")]
    [InlineData("tel:+32470123456", "+32470123456")]
    [InlineData("\"+32470123456\"", "+32470123456")]
    [InlineData("Ana <+32470123456>", "+32470123456")]
    [InlineData("+1 555 123 4567 ext. 89", "+1 555 123 4567 ext. 89")]
    [InlineData("\u202D+32470123456\u202C", "\u202D+32470123456\u202C")]
    [InlineData("٠٤٧٠١٢٣٤٥٦", "٠٤٧٠١٢٣٤٥٦")]
    public void Phone_numbers_are_told_from_addresses(string text, string phones)
    {
        var entries = PastedList.Parse(text).Entries;
        Assert.Equal(phones.Split('|'), entries.Select(entry => entry.Phone));
        Assert.All(entries, entry => Assert.Null(entry.Email));
    }

    [Theory]
    [InlineData("12345")]
    [InlineData("123456789012345678901")]
    [InlineData("123456 Ana")]
    [InlineData("123456@x.com")]
    [InlineData("a@x.com +32470123456")]
    [InlineData("+32470123456 +32470123457")]
    public void What_is_no_phone_number_is_left_to_the_parser_of_addresses(string text)
    {
        var entry = Assert.Single(PastedList.Parse(text).Entries);
        Assert.Equal(text, entry.Email);
        Assert.Null(entry.Phone);
    }

    [Theory]
    [InlineData("E-mail")]
    [InlineData("Email address")]
    [InlineData("EMAIL ADDRESS:")]
    [InlineData("Adresse e-mail")]
    [InlineData("Adresse électronique")]
    [InlineData("E-Mail-Adresse")]
    [InlineData("E-mailadres")]
    [InlineData("\"E-mail\"")]
    [InlineData("E\u2011Mail")]
    [InlineData("Phone number")]
    public void The_header_of_a_column_is_no_entry(string header)
    {
        var list = PastedList.Parse($"\n{header}\na@x.com");
        Assert.Equal(header, list.Header);
        var entry = Assert.Single(list.Entries);
        Assert.Equal((1, 3, 1, "a@x.com"), (entry.Position, entry.Line, entry.Column, entry.Email));
    }

    [Fact]
    public void Only_the_first_entry_can_be_a_header()
    {
        Assert.Equal(["a@x.com", "E-mail"], PastedList.Parse("a@x.com\nE-mail").Entries.Select(entry => entry.Email));
        var twice = PastedList.Parse("E-mail\nE-mail");
        Assert.Equal("E-mail", twice.Header);
        Assert.Equal("E-mail", Assert.Single(twice.Entries).Email);
        Assert.Null(PastedList.Parse("mail@x.com").Header);
    }

    [Fact]
    public void Every_entry_knows_its_place()
    {
        var list = PastedList.Parse("\uFEFFa@x.com, Ana <b@x.com>\r\n\r\n\t \"Doe, J\" <c@x.com>; d@x.com e@x.com\u2028😀 f@x.com");
        Assert.Equal(
            ["1:1:1 a@x.com", "2:1:10 Ana <b@x.com>", "3:3:3 \"Doe, J\" <c@x.com>", "4:3:23 d@x.com", "5:3:31 e@x.com", "6:4:1 😀 f@x.com"],
            list.Entries.Select(entry => $"{entry.Position}:{entry.Line}:{entry.Column} {entry.Text}"));
        Assert.Equal("entry 2 (line 1, column 10)", list.Entries[1].ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t\r\n,;\u2028")]
    [InlineData("\"\",\" \"")]
    public void A_text_without_entries_is_an_empty_list(string text)
    {
        Assert.Empty(PastedList.Parse(text).Entries);
        Assert.Null(PastedList.Parse(text).Header);
    }

    [Fact]
    public void Text_is_required() => Assert.Throws<ArgumentNullException>(() => PastedList.Parse(null!));
}
