using System.Text.RegularExpressions;
using Invitations.Docs.Tests.Markdown;

namespace Invitations.Docs.Tests.Pages;

public sealed partial class LifecycleDiagramTests
{
    [Fact]
    public void The_diagram_has_an_arrow_exactly_where_the_code_lets_an_invitation_go()
    {
        var diagram = Assert.Single(Page.Open("docs/concepts.md").Blocks, block => block.Language == "mermaid");
        var statuses = Enum.GetValues<InvitationStatus>();

        var drawn = Arrows().Matches(diagram.Text).Select(match => $"{match.Groups[1].Value} --> {match.Groups[2].Value}");

        var allowed = from before in statuses from after in statuses where InvitationLifecycle.CanMove(before, after) select $"{before} --> {after}";
        Assert.Equal(allowed.Order(StringComparer.Ordinal), drawn.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"^ *(\w+) --> (\w+)", RegexOptions.Multiline)]
    private static partial Regex Arrows();
}
