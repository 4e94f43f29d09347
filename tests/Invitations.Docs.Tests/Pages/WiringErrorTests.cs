using System.Text.RegularExpressions;
using Invitations.Docs.Tests.Markdown;

namespace Invitations.Docs.Tests.Pages;

public sealed partial class WiringErrorTests
{
    [Fact]
    public void Every_wiring_error_has_a_section_and_no_other()
    {
        var inCode = Repository.Files("src", "*.cs").SelectMany(path => Ids().Matches(Repository.Read(path))).Select(match => match.Value);
        var onPage = Page.Open("docs/wiring-errors.md").Lines.Where(line => line.StartsWith("## ", StringComparison.Ordinal)).Select(line => line[3..]);

        Assert.Equal(inCode.Distinct().Order(StringComparer.Ordinal), onPage);
    }

    [GeneratedRegex(@"\bINV\d{3}\b")]
    private static partial Regex Ids();
}
