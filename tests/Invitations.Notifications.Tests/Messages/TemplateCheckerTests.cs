namespace Invitations.Notifications.Tests.Messages;

public sealed class TemplateCheckerTests
{
    private static readonly TemplateEngine Engine = new();

    [Theory]
    [InlineData("Hello {{firstName}}")]
    [InlineData("{{#if inviter}}{{inviter}}{{else}}Somebody{{/if}} of {{organization}}")]
    [InlineData("{{#unless inviter}}Somebody{{/unless}}")]
    [InlineData("{{#if inviter}}a{{else if person}}b{{/if}}")]
    [InlineData("a{{! a comment }}b{{!-- {{link}} --}}c")]
    [InlineData("{{~ firstName ~}}")]
    [InlineData("no braces { } at all, nor } }")]
    public void What_is_understood_is_taken(string text)
    {
        Assert.Null(TemplateRules.FirstProblem(text, TemplatePart.Subject, DeliveryChannels.Email, Engine));
    }

    [Theory]
    [InlineData("{{{link}}}", "Three braces are not allowed")]
    [InlineData("{{&link}}", "'&link' is not known here")]
    [InlineData("{{> header}}", "is not understood")]
    [InlineData("{{lookup groups 0}}", "is not understood")]
    [InlineData("{{link.Length}}", "'link.Length' is not known here. Is 'link' meant?")]
    [InlineData("{{../link}}", "is not known here")]
    [InlineData("{{@root.link}}", "is not known here")]
    [InlineData("{{this}}", "is not known here")]
    [InlineData("{{inviterName}}", "'inviterName' is not known here. Is 'inviter' meant?")]
    [InlineData("{{Organization}}", "Is 'organization' meant?")]
    [InlineData("{{team}}", "There are: address, code, expiry")]
    [InlineData("{{#with link}}x{{/with}}", "{{#with}} is not known")]
    [InlineData("{{#each groups}}x{{/each}}", "'groups' is no list")]
    [InlineData("{{#if inviter}}x", "{{/if}} is missing")]
    [InlineData("{{#if inviter}}x{{/unless}}", "{{/unless}} closes nothing")]
    [InlineData("x{{/if}}", "{{/if}} closes nothing")]
    [InlineData("x{{else}}y", "'else' is not known here")]
    [InlineData("{{link", "{{ is not closed")]
    [InlineData("{{! never ends", "The comment is not closed")]
    [InlineData("\\{{link}}", "A backslash")]
    [InlineData("{{message}}", "'message' is not known here")]
    public void What_is_not_is_refused_and_says_why(string text, string problem)
    {
        var found = TemplateRules.FirstProblem(text, TemplatePart.Subject, DeliveryChannels.Email, Engine);

        Assert.Contains(problem, found?.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mistake_is_named_with_its_line() =>
        Assert.Equal(3, TemplateRules.FirstProblem("one\n\n{{two}}", TemplatePart.Body, DeliveryChannels.Email, Engine)?.Line);

    [Theory]
    [InlineData("{{#each quote}}<p>{{this}}{{#unless @last}}<br>{{/unless}}</p>{{/each}}", null)]
    [InlineData("{{#each quote}}{{subject}}{{/each}}", "Within {{#each}} there are {{this}}")]
    [InlineData("{{#each quote}}{{#each body}}{{this}}{{/each}}{{/each}}", "Within {{#each}}")]
    [InlineData("a{b:{{linkColor}} }", null)]
    [InlineData("a{b:{{linkColor}}}", "put a space between")]
    public void A_layout_has_lists_and_colours(string text, string? problem)
    {
        var found = TemplateRules.FirstProblem(text, TemplatePart.Html, DeliveryChannels.Email, Engine);

        if (problem is null)
            Assert.Null(found);
        else
            Assert.Contains(problem, found?.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_template_of_a_megabyte_is_refused() =>
        Assert.Contains("100,000", TemplateRules.FirstProblem(new('x', 1_000_000), TemplatePart.Html, DeliveryChannels.Email, Engine)?.Problem, StringComparison.Ordinal);
}
