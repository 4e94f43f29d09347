using Microsoft.Extensions.DependencyInjection;
using Snippets;
using Snippets.Extending;

namespace Invitations.Docs.Tests.Running;

/// <summary>The policy, channel and handler that the pages about extending show, each through the service and the in-memory store.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class ExtendingTests
{
    [Fact]
    public async Task A_policy_refuses_with_a_code_and_a_text_of_its_own()
    {
        await using var host = new ExampleHost(services => services.AddInvitations().AddPolicy<NoCompetitors>(), new() { Domains = new() });

        var refused = await host.InviteAsync(new("spy@RIVAL.example"));
        var invited = await host.InviteAsync(new("ana@example.com"));

        var error = Assert.Single(refused.Errors);
        Assert.Equal("email.competitor (email)", error.ToString());
        Assert.Equal("People of Rival Inc. cannot be invited.", error.Message);
        Assert.True(invited.Succeeded);
    }

    [Fact]
    public async Task A_policy_on_chunks_counts_the_rows_that_nothing_else_refuses()
    {
        await using var host = new ExampleHost(services =>
        {
            services.AddSingleton(new Billing { Seats = 2 });
            Registrations.Policies(services);
        });

        Invite[] people = [new("nobody"), new("ana@example.com"), new("ben@example.com"), new("carla@example.com")];
        var result = await host.Invitations.InviteManyAsync(host.Tenant, people, host.Admin, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(["email.invalid"], result.Rows[0].Errors.Select(error => error.Code));
        Assert.True(result.Rows[1].Succeeded);
        Assert.True(result.Rows[2].Succeeded);
        Assert.Equal(["seats.exhausted"], result.Rows[3].Errors.Select(error => error.Code));
    }

    [Fact]
    public async Task A_policy_takes_the_place_of_a_built_in_one()
    {
        await using var host = new ExampleHost(services =>
        {
            services.AddSingleton(new Billing { Seats = 10 });
            Registrations.Policies(services);
        });

        var contractor = await host.InviteAsync(new("ana@example.com") { JobTitle = "Contractor" });
        var employee = await host.InviteAsync(new("ben@example.com"));

        Assert.Equal(host.Time.GetUtcNow().AddDays(1), contractor.ExpiresAt);
        Assert.Equal(host.Time.GetUtcNow().AddDays(14), employee.ExpiresAt);
    }

    [Fact]
    public async Task A_handler_makes_the_member_and_a_directory_finds_it()
    {
        await using var host = new ExampleHost(Registrations.Acceptance);
        var token = (await host.SecretsOfAsync(await host.InviteAsync(new("ana@example.com") { Roles = ["editor"] }))).Token;

        var accepted = await host.Acceptance.AcceptAsync(token, Acceptor.SigningUp(), cancellationToken: TestContext.Current.CancellationToken);
        var again = await host.InviteAsync(new("ana@example.com"));

        var member = Assert.Single(host.Get<Members>().All);
        Assert.Equal(accepted.Acceptance!.UserId, member.UserId);
        Assert.Equal(["editor"], member.Grant.Roles);
        Assert.Equal([InvitationErrorCodes.AccountExists], again.Errors.Select(error => error.Code));
    }

    [Fact]
    public async Task A_refusal_of_the_handler_reaches_the_person_and_leaves_the_invitation_open()
    {
        await using var host = new ExampleHost(Registrations.Acceptance);
        var invited = await host.InviteAsync(new() { Identifier = "P-1042" });
        var token = (await host.SecretsOfAsync(invited)).Token;

        var refused = await host.Acceptance.AcceptAsync(token, Acceptor.SigningUp(), cancellationToken: TestContext.Current.CancellationToken);
        var accepted = await host.Acceptance.AcceptAsync(
            token, Acceptor.User("user-nora", ["nora@example.com"]), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal("An account needs an e-mail address. Sign in first.", refused.PublicError!.Message);
        Assert.True(accepted.Succeeded);
    }

    [Fact]
    public async Task An_address_with_an_account_cannot_sign_up()
    {
        await using var host = new ExampleHost(Registrations.Acceptance);
        host.Get<Members>().Add("user-ana", "ana@example.com", "globex", Grant.Member);
        var token = (await host.SecretsOfAsync(await host.InviteAsync(new("ana@example.com")))).Token;

        var result = await host.Acceptance.AcceptAsync(token, Acceptor.SigningUp(), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(InvitationErrorCodes.AccountSignInFirst, result.PublicError!.Code);
    }

    [Fact]
    public async Task A_parser_of_phone_numbers_decides_what_a_number_is()
    {
        await using var host = new ExampleHost(PhoneNumbers.Register);

        Assert.True((await host.InviteAsync(new() { Phone = " 123 " })).Succeeded);
        Assert.Equal([InvitationErrorCodes.PhoneInvalid], (await host.InviteAsync(new() { Phone = "+44 7911 123456" })).Errors.Select(error => error.Code));
    }
}
