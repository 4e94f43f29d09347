using System.Text.RegularExpressions;

namespace Invitations.Architecture.Tests;

public sealed partial class SourceConventionTests
{
    private const int LongestFile = 400;
    private const int MedianFile = 60;

    private static readonly List<FileInfo> Sources = [.. Repository.FilesIn(Repository.Folder("src"), "*.cs")];

    [Fact]
    public void A_public_type_has_a_file_of_its_own_that_bears_its_name()
    {
        var misplaced =
            from file in Sources
            from declaration in TypesOf(file)
            where declaration.IsPublic && !IsNamedAfter(file, declaration)
            select $"{Repository.NameOf(file)}: {declaration.Name}";

        Assert.Empty(misplaced);
    }

    [Fact]
    public void A_file_holds_one_type()
    {
        var crowded =
            from file in Sources
            let types = TypesOf(file).Select(declaration => declaration.Name).ToList()
            where types.Count > 1
            select $"{Repository.NameOf(file)}: {string.Join(", ", types)}";

        Assert.Empty(crowded);
    }

    [Fact]
    public void No_source_file_is_long()
    {
        var lengths = Sources.Select(file => (Name: Repository.NameOf(file), Lines: File.ReadLines(file.FullName).Count())).OrderBy(file => file.Lines).ToList();

        Assert.DoesNotContain(lengths, file => file.Lines > LongestFile);
        Assert.InRange(lengths[lengths.Count / 2].Lines, 1, MedianFile - 1);
    }

    [Fact]
    public void A_type_is_named_after_what_it_does()
    {
        var vague = from file in Sources from declaration in TypesOf(file) where VagueName().IsMatch(declaration.Name) select declaration.Name;

        Assert.Empty(vague);
    }

    private static IEnumerable<(string Name, bool IsPublic, bool IsGeneric)> TypesOf(FileInfo file) =>
        TypeDeclaration().Matches(File.ReadAllText(file.FullName))
            .Select(match => (match.Groups["name"].Value, match.Groups["access"].Value == "public", match.Groups["generic"].Success));

    // Two types that differ in their type parameters only cannot share a file: Result.cs and ResultOfT.cs.
    private static bool IsNamedAfter(FileInfo file, (string Name, bool IsPublic, bool IsGeneric) declaration)
    {
        var name = Path.GetFileNameWithoutExtension(file.Name);
        return name == declaration.Name || (declaration.IsGeneric && name == $"{declaration.Name}OfT");
    }

    [GeneratedRegex(
        @"^(?<access>public|internal) (?:(?:static|sealed|abstract|readonly|ref|partial|unsafe) )*" +
        @"(?:class|interface|enum|struct|record(?: struct| class)?|delegate [\w<>\[\],.? ]+?) (?<name>\w+)(?<generic><)?",
        RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex TypeDeclaration();

    [GeneratedRegex("(Helper|Manager|Util|Utils|Utility|Utilities|Common)$", RegexOptions.CultureInvariant)]
    private static partial Regex VagueName();
}
