using System.Reflection;
using System.Text.RegularExpressions;
using Invitations.Docs.Tests.Markdown;

namespace Invitations.Docs.Tests.Pages;

/// <summary>Error codes that pages name, and the fields that <c>docs/errors.md</c> gives them.</summary>
public sealed partial class ErrorCodeTests
{
    private static readonly Dictionary<string, string> CodesByName = ConstantsOf(typeof(InvitationErrorCodes));

    public static TheoryData<string> Paths => [.. Page.Paths];

    /// <summary>By the first word, so that codes which a host makes up in an example are let alone.</summary>
    [Theory]
    [MemberData(nameof(Paths))]
    public void Every_code_that_a_page_names_exists(string path)
    {
        var known = CodesByName.Values.ToHashSet(StringComparer.Ordinal);
        var nouns = known.Select(code => code.Split('.')[0]).ToHashSet(StringComparer.Ordinal);

        Assert.All(Page.Open(path).InlineCode().Where(code => CodeForm().IsMatch(code.Text) && nouns.Contains(code.Text.Split('.')[0])), code =>
            Assert.True(known.Contains(code.Text), $"{path}, line {code.Line}: there is no error '{code.Text}'."));
    }

    [Fact]
    public void The_fields_of_the_errors_are_those_of_the_code()
    {
        var fieldsByName = ConstantsOf(typeof(IInvitationService).Assembly.GetType("Invitations.FieldNames", throwOnError: true)!);
        var rows = Page.Open("docs/errors.md").Lines.Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => line.Split('|'));
        var documented = rows.Where(cells => cells.Length == 8).ToDictionary(cells => cells[1].Trim(), cells => cells[2], StringComparer.Ordinal);

        var given = Repository.Files("src/Invitations.Core", "*.cs").SelectMany(path => Given().Matches(Repository.Read(path))).ToList();

        Assert.NotEmpty(given);
        Assert.All(given, match =>
        {
            var (code, field) = (CodesByName[match.Groups[1].Value], fieldsByName[match.Groups[2].Value]);
            Assert.True(
                documented[$"`{code}`"].Contains($"`{field}`", StringComparison.Ordinal) || documented[$"`{code}`"].Trim() == "the field",
                $"docs/errors.md: '{code}' is given with the field '{field}'.");
        });
    }

    private static Dictionary<string, string> ConstantsOf(Type type) => type
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .ToDictionary(field => field.Name, field => (string)field.GetRawConstantValue()!, StringComparer.Ordinal);

    [GeneratedRegex(@"^[a-z_]+\.[a-z_]+$")]
    private static partial Regex CodeForm();

    [GeneratedRegex(@"InvitationErrorCodes\.(\w+),\s*FieldNames\.(\w+)")]
    private static partial Regex Given();
}
