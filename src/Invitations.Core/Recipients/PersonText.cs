namespace Invitations;

/// <summary>Rules for what people write into invitations: names, job titles, personal messages.</summary>
/// <remarks>
/// <para>
/// Such text is data. It is encoded wherever it lands (HTML, subject, SMS); here it only gets a shape that cannot do harm on the way:
/// bidirectional controls and invisible characters are dropped, white space is evened out, line breaks and control characters are
/// refused, lengths are capped. Joiners (U+200C, U+200D) and variation selectors stay: Persian and Indic names, Japanese name
/// variants and emoji need them.
/// </para>
/// <para>Nothing is normalised, capitalised or transliterated: people know how their names are written.</para>
/// </remarks>
public static class PersonText
{
    /// <summary>Cleans a name: of a person, a department, a group, an import. Refuses links, host names and e-mail addresses.</summary>
    /// <param name="text">The text, or null.</param>
    /// <param name="maxLength">The most UTF-16 code units after cleaning.</param>
    /// <returns>The cleaned name, or the reason why it is not taken.</returns>
    public static PersonTextResult CleanName(string? text, int maxLength) => Clean(text, maxLength, multiline: false, LinkRule.NoLinks);

    /// <summary>
    /// Cleans a line that is no name, such as a job title. Refuses only what is a link beyond doubt (<c>https://</c>, <c>www.</c>,
    /// <c>example.com/path</c>): "ASP.NET developer" and "Account manager, Booking.com" are job titles.
    /// </summary>
    /// <param name="text">The text, or null.</param>
    /// <param name="maxLength">The most UTF-16 code units after cleaning.</param>
    /// <returns>The cleaned line, or the reason why it is not taken.</returns>
    public static PersonTextResult CleanLine(string? text, int maxLength) => Clean(text, maxLength, multiline: false, LinkRule.NoPlainLinks);

    /// <summary>Cleans a personal message. Line breaks of every kind become <c>\n</c>, tabs become spaces, links are allowed.</summary>
    /// <param name="text">The text, or null.</param>
    /// <param name="maxLength">The most UTF-16 code units after cleaning.</param>
    /// <returns>The cleaned message, or the reason why it is not taken.</returns>
    public static PersonTextResult CleanMessage(string? text, int maxLength) => Clean(text, maxLength, multiline: true, LinkRule.Any);

    private static PersonTextResult Clean(string? text, int maxLength, bool multiline, LinkRule links)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxLength);
        if (string.IsNullOrEmpty(text))
            return default;

        var problem = PersonTextCleaner.Clean(text, multiline, out var cleaned);
        if (problem != PersonTextProblem.None)
            return PersonTextResult.Refused(problem);
        if (cleaned is null)
            return default;
        if (cleaned.Length > maxLength)
            return PersonTextResult.Refused(PersonTextProblem.TooLong);
        return LinkDetector.Breaks(links, cleaned) ? PersonTextResult.Refused(PersonTextProblem.Link) : new PersonTextResult(cleaned, PersonTextProblem.None);
    }
}
