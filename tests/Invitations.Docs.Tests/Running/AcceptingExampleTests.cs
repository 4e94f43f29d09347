using Snippets;
using Snippets.Extending;

namespace Invitations.Docs.Tests.Running;

[Collection(ConsoleCollection.Name)]
public sealed class AcceptingExampleTests
{
    [Fact]
    public async Task The_invited_address_accepts_and_another_one_does_not()
    {
        await using var host = HostWithMembers();
        var token = (await host.SecretsOfAsync(await host.InviteAsync(new("ana@example.com")))).Token;
        var example = new Accepting(host.Acceptance);

        var stranger = await example.SignedInAsync(token, "user-mallory", "mallory@example.com");
        var ana = await example.SignedInAsync(token, "user-ana", "ANA@example.com");

        Assert.Equal(InvitationErrorCodes.RecipientMismatch, Assert.Single(stranger.Errors).Code);
        Assert.Equal("user-ana", ana.Acceptance!.UserId);
    }

    [Fact]
    public async Task A_sign_up_that_is_sent_twice_makes_one_account()
    {
        await using var host = HostWithMembers();
        var token = (await host.SecretsOfAsync(await host.InviteAsync(new("ana@example.com")))).Token;
        var example = new Accepting(host.Acceptance);

        var first = await example.SigningUpAsync(token, "form-7");
        var second = await example.SigningUpAsync(token, "form-7");

        Assert.False(first.Acceptance!.IsRepeat);
        Assert.True(second.Acceptance!.IsRepeat);
        Assert.Equal(first.Acceptance.UserId, second.Acceptance.UserId);
        Assert.Equal("López", first.Acceptance.Profile.LastName);
        Assert.Single(host.Get<Members>().All);
    }

    [Fact]
    public async Task A_code_is_accepted_as_it_was_heard()
    {
        await using var host = new ExampleHost();
        var code = (await host.SecretsOfAsync(await host.InviteAsync(new() { Identifier = "P-1042" }))).Code!;

        var result = await new Accepting(host.Acceptance)
            .CodeAsync(host.Tenant, code.ToLowerInvariant().Replace('-', ' '), "192.0.2.1", "user-nora");

        Assert.True(result.Succeeded);
    }

    [Fact]
    public async Task Declining_again_is_no_error()
    {
        await using var host = new ExampleHost();
        var token = (await host.SecretsOfAsync(await host.InviteAsync(new("ana@example.com")))).Token;
        var example = new Accepting(host.Acceptance);

        Assert.True((await example.DeclineAsync(token)).Succeeded);
        Assert.True((await example.DeclineAsync(token)).Succeeded);
    }

    private static ExampleHost HostWithMembers() => new(Registrations.Acceptance);
}
