using System.Collections;
using System.Globalization;

namespace Invitations.Excel.Tests.Columns;

public sealed class ColumnTextTests
{
    public static TheoryData<string> Translations => ["fr", "nl", "de"];

    [Theory, MemberData(nameof(Translations))]
    public void Every_language_has_the_same_texts(string language) =>
        Assert.Equal(Read("").Keys.Order(StringComparer.Ordinal), Read(language).Keys.Order(StringComparer.Ordinal));

    [Theory, MemberData(nameof(Translations))]
    public void No_note_was_left_in_English(string language)
    {
        var texts = Read(language);
        Assert.All(Read("").Where(text => text.Key.EndsWith(".note", StringComparison.Ordinal)), text => Assert.NotEqual(text.Value, texts[text.Key]));
    }

    [Fact]
    public void Every_column_says_what_it_is_for()
    {
        foreach (var culture in ColumnTexts.Cultures)
            Assert.All(SampleTenant.Columns(null, new Group("a")).All, column => Assert.Matches(@"^\S.*[.]$", column.NoteIn(culture)));
    }

    private static Dictionary<string, string> Read(string language)
    {
        var set = ColumnTexts.Resources.GetResourceSet(CultureInfo.GetCultureInfo(language), createIfNotExists: true, tryParents: false);
        Assert.NotNull(set);
        return set.Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);
    }
}
