using Snippets;

namespace Invitations.Docs.Tests.Running;

/// <summary>Examples whose comments say what they print.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class PrintedExampleTests
{
    [Theory]
    [InlineData("email-address", 3)]
    [InlineData("identifier", 2)]
    [InlineData("pasted-list", 6)]
    public async Task A_parser_gives_what_the_page_says(string region, int count)
    {
        Action example = region switch
        {
            "email-address" => Addresses.Email,
            "identifier" => Addresses.Identifier,
            _ => PastedLists.Parse,
        };

        var lines = await Printed.LinesAsync(() =>
        {
            example();
            return Task.CompletedTask;
        });

        Assert.Equal(count, lines.Count);
        Assert.Equal(Printed.Promised(region), lines);
    }

    [Fact]
    public async Task A_list_is_invited_as_the_page_says()
    {
        await using var host = new ExampleHost();
        var example = new Snippets.Inviting(host.Invitations, host.Tenant, host.Admin);

        var lines = await Printed.LinesAsync(example.ListAsync);

        Assert.Equal(Printed.Promised("invite-list"), lines);
    }

    [Fact]
    public async Task A_list_with_a_wrong_row_is_refused_as_the_page_says()
    {
        await using var host = new ExampleHost();
        var example = new Snippets.Inviting(host.Invitations, host.Tenant, host.Admin);

        var lines = await Printed.LinesAsync(() => example.AllOrNothingAsync([new("ana@example.com"), new("ana@example")]));

        Assert.Equal(Printed.Promised("all-or-nothing"), lines);
    }

    [Fact]
    public async Task A_reinvite_at_once_is_refused_as_the_page_says()
    {
        await using var host = new ExampleHost();
        var invited = await host.InviteAsync(new("ana@example.com"));
        var example = new Snippets.Administration(host.Administration, host.Queries, host.Tenant, host.Admin);

        var lines = await Printed.LinesAsync(() => example.ReinviteAsync(invited.InvitationId!.Value));

        Assert.Equal(Printed.Promised("reinvite"), lines);
    }

    [Fact]
    public async Task A_history_reads_as_the_page_says()
    {
        await using var host = new ExampleHost();
        var invited = await host.InviteAsync(new("ana@example.com"));
        var example = new Snippets.Administration(host.Administration, host.Queries, host.Tenant, host.Admin);

        var lines = await Printed.LinesAsync(() => example.HistoryAsync(invited.InvitationId!.Value));

        Assert.Equal(Printed.Promised("history"), lines);
    }

    [Fact]
    public async Task The_wrong_entries_of_a_pasted_list_are_named_by_their_text()
    {
        await using var host = new ExampleHost();
        var example = new PastedLists(host.Invitations);

        var lines = await Printed.LinesAsync(() => example.InviteAsync(host.Tenant, host.Admin, "ana@example.com; bob"));

        Assert.StartsWith("bob: ", Assert.Single(lines), StringComparison.Ordinal);
    }
}
