using System.Text.RegularExpressions;

namespace Invitations.Architecture.Tests;

public sealed partial class RepositoryTextTests
{
    private static readonly HashSet<string> TextExtensions = new(StringComparer.OrdinalIgnoreCase)
    {
        "", ".cs", ".csproj", ".editorconfig", ".gitattributes", ".gitignore", ".html", ".js", ".json", ".md", ".mjs", ".npmrc",
        ".props", ".resx", ".sh", ".sln", ".slnf", ".sql", ".targets", ".tsv", ".txt", ".xml", ".yml",
    };

    [Fact]
    public void No_file_names_a_path_of_somebodys_machine() => Assert.Empty(LinesWith(MachinePath()));

    [Fact]
    public void No_file_names_a_feed_or_a_mirror() => Assert.Empty(LinesWith(Feed()));

    [Theory]
    [InlineData("see /root" + "/notes.md")]
    [InlineData("in '/home" + "/ana/src'")]
    [InlineData("cd /work" + "/invitations")]
    [InlineData("C:\\Users" + "\\ana\\source")]
    public void A_path_of_a_machine_is_recognised(string line) => Assert.Matches(MachinePath(), line);

    [Theory]
    [InlineData("https://feed.example.com/v3/index" + ".json")]
    [InlineData("\"resolved" + "\": \"https://registry.example.com/a.tgz\"")]
    public void A_feed_is_recognised(string line) => Assert.Matches(Feed(), line);

    private static IEnumerable<string> LinesWith(Regex pattern) =>
        from file in Repository.FilesIn(Repository.Root)
        where TextExtensions.Contains(file.Extension)
        from line in File.ReadLines(file.FullName).Select((text, index) => (text, number: index + 1))
        where pattern.IsMatch(line.text)
        select $"{Repository.NameOf(file)}:{line.number}: {line.text.Trim()}";

    [GeneratedRegex(@"(?<![\w./])/(root|work|home/\w+|Users/\w+)/|[A-Za-z]:\\Users\\", RegexOptions.CultureInvariant)]
    private static partial Regex MachinePath();

    [GeneratedRegex(@"https?://(?!api\.nuget\.org)[^\s""'<>]+/v3/index\.json|""resolved"":", RegexOptions.CultureInvariant)]
    private static partial Regex Feed();
}
