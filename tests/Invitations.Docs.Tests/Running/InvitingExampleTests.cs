using Microsoft.Extensions.DependencyInjection;
using Snippets;

namespace Invitations.Docs.Tests.Running;

[Collection(ConsoleCollection.Name)]
public sealed class InvitingExampleTests
{
    private static readonly Invite[] Two = [new("ana@example.com"), new("ben@example.com")];

    [Fact]
    public async Task One_person_is_invited()
    {
        await using var host = new ExampleHost();

        var result = await ExampleOf(host).OneAsync();

        Assert.Equal(InviteOutcome.Invited, result.Outcome);
        Assert.Equal(host.Time.GetUtcNow().AddDays(30), result.ExpiresAt);
    }

    [Fact]
    public async Task What_a_row_says_wins_over_the_options()
    {
        await using var host = new ExampleHost();

        var result = await ExampleOf(host).ListAsync();

        var grants = new List<Grant>();
        foreach (var row in result.Rows)
            grants.Add((await host.Queries.FindAsync(host.Tenant, row.InvitationId!.Value, host.Admin, TestContext.Current.CancellationToken))!.Grant);
        Assert.Equal(["member"], grants[0].Roles);
        Assert.Equal(["editor"], grants[1].Roles);
        Assert.Equal(["sales"], grants[2].Groups);
        Assert.Equal(["member", "admin"], grants[3].Roles);
        Assert.Equal(["design"], grants[3].Groups);
        Assert.NotNull((await host.SecretsOfAsync(result.Rows[5])).Code);
    }

    [Fact]
    public async Task A_stream_with_a_key_can_be_sent_again()
    {
        await using var host = new ExampleHost();

        Assert.Equal(0, await ExampleOf(host).StreamAsync(Two.ToAsyncEnumerable()));
        Assert.Equal(0, await ExampleOf(host).StreamAsync(Two.ToAsyncEnumerable()));

        var page = await host.Queries.ListAsync(host.Tenant, host.Admin, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(2, page.Items.Count);
    }

    [Fact]
    public async Task A_dry_run_writes_nothing_and_what_it_found_right_is_invited()
    {
        await using var host = new ExampleHost();

        Assert.False(await ExampleOf(host).DryRunAsync([.. Two, new("nobody")]));
        Assert.Empty((await host.Queries.ListAsync(host.Tenant, host.Admin, cancellationToken: TestContext.Current.CancellationToken)).Items);

        Assert.True(await ExampleOf(host).DryRunAsync(Two));
        Assert.Equal(2, (await host.Queries.ListAsync(host.Tenant, host.Admin, cancellationToken: TestContext.Current.CancellationToken)).Items.Count);
    }

    [Fact]
    public async Task Somebody_with_an_account_gets_the_grant_at_once()
    {
        await using var host = new ExampleHost(services => services.AddInvitations()
            .UseAccounts<Snippets.Extending.MemberAccounts>()
            .AddDirectGrantHandler<GrantToMember>());
        host.Get<Members>().Add("user-ana", "ana@example.com", "globex", Grant.Member);

        var result = await ExampleOf(host).GrantDirectlyAsync(Two);

        Assert.Equal([InviteOutcome.GrantedDirectly, InviteOutcome.Invited], result.Rows.Select(row => row.Outcome));
        Assert.Equal("acme", host.Get<Members>().Find("ana@example.com")!.Tenant.Value);
    }

    [Fact]
    public async Task A_form_shows_every_error_next_to_its_field()
    {
        await using var host = new ExampleHost();
        var form = new Form();

        await new Snippets.Errors(host.Invitations, form).ShowAsync(host.Tenant, host.Admin);

        var (field, message) = Assert.Single(form.Errors);
        Assert.Equal("email", field);
        Assert.StartsWith("This e-mail address is not valid. Type exactly one address ", message, StringComparison.Ordinal);
    }

    private static Snippets.Inviting ExampleOf(ExampleHost host) => new(host.Invitations, host.Tenant, host.Admin);
}
