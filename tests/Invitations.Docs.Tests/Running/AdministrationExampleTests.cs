namespace Invitations.Docs.Tests.Running;

[Collection(ConsoleCollection.Name)]
public sealed class AdministrationExampleTests
{
    [Fact]
    public async Task An_edited_address_gets_a_new_link()
    {
        await using var host = new ExampleHost();
        var invited = await host.InviteAsync(new("ana@example.com"));
        var before = await host.SecretsOfAsync(invited);
        var invitation = await host.Queries.FindAsync(host.Tenant, invited.InvitationId!.Value, host.Admin, TestContext.Current.CancellationToken);

        var edited = await ExampleOf(host).EditAsync(invitation!);
        var overtaken = await ExampleOf(host).EditAsync(invitation!);

        Assert.Equal("ana.lopez@example.com", edited.Invitation!.Recipient.Email);
        Assert.NotEqual(before.Token, (await ExampleOf(host).ShowAsync(invitation!.Id))!.Token);
        Assert.Equal(InvitationErrorCodes.InvitationChanged, Assert.Single(overtaken.Errors).Code);
    }

    [Fact]
    public async Task A_revoked_invitation_shows_no_secret()
    {
        await using var host = new ExampleHost();
        var id = (await host.InviteAsync(new("ana@example.com"))).InvitationId!.Value;

        Assert.True((await ExampleOf(host).RevokeAsync(id)).Succeeded);
        Assert.True((await ExampleOf(host).RevokeAsync(id)).Succeeded);

        Assert.Null(await ExampleOf(host).ShowAsync(id));
    }

    [Fact]
    public async Task A_list_goes_on_until_its_last_page()
    {
        await using var host = new ExampleHost();
        for (var i = 0; i < 45; i++)
            await host.InviteAsync(new($"ana{i}@example.com"));
        await host.InviteAsync(new("ben@example.com"));

        Assert.Equal(45, await ExampleOf(host).ListAsync());
    }

    private static Snippets.Administration ExampleOf(ExampleHost host) => new(host.Administration, host.Queries, host.Tenant, host.Admin);
}
