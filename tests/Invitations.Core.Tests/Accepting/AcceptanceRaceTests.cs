using Invitations.Tests.Accepting.Fixture;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Tests.Accepting;

/// <summary>Scopes are opened first, then one gate opens for all. What is asserted is rows, not answers alone.</summary>
public sealed class AcceptanceRaceTests
{
    private const int Rounds = 20;
    private const int Callers = 64;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Of_64_people_at_once_one_joins_in_each_of_20_rounds(bool isSignUp)
    {
        await using var site = new Site();
        site.Tenants[Site.Acme] = Site.Settings with { Binding = RecipientBinding.Anyone };
        site.Memberships.Script = async _ =>
        {
            await Task.Yield();
            return null;
        };
        for (var round = 1; round <= Rounds; round++)
        {
            var id = await site.InviteAsync($"ana{round}@example.com");
            var secret = await site.TokenAsync(id);

            var results = await AcceptAtOnceAsync(site, secret, i => isSignUp ? Acceptor.SigningUp($"form-{i}") : Acceptor.User($"u-{i}").Confirmed());

            var winner = Assert.Single(results, result => result.Succeeded).Acceptance!;
            Assert.All(results.Where(result => !result.Succeeded), result => Refused.With("invitation.already_accepted", result));
            Assert.Equal([(id, winner.UserId)], site.Memberships.Rows.Where(row => row.Invitation == id));
            var stored = await site.StoredAsync(id);
            Assert.Equal((InvitationStatus.Accepted, winner.UserId), (stored.Status, stored.AcceptedBy));
            Assert.Single(await site.TrailAsync(id), entry => entry.Action is AuditAction.Accepted);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task One_person_64_times_at_once_joins_once_and_always_gets_the_same_answer(bool isSignUp)
    {
        await using var site = new Site();
        for (var round = 1; round <= Rounds; round++)
        {
            var email = $"ana{round}@example.com";
            var id = await site.InviteAsync(email);
            var secret = await site.TokenAsync(id);

            var results = await AcceptAtOnceAsync(site, secret, _ => isSignUp ? Acceptor.SigningUp("form") : Acceptor.User("u-ana", [email]));

            Assert.All(results, result => Assert.True(result.Succeeded));
            Assert.Single(results, result => !result.Acceptance!.IsRepeat);
            var row = Assert.Single(site.Memberships.Rows, row => row.Invitation == id);
            Assert.All(results, result => Assert.Equal(row.User, result.Acceptance!.UserId));
        }
    }

    [Fact]
    public async Task An_acceptance_and_a_revocation_never_both_happen()
    {
        await using var site = new Site();
        for (var round = 1; round <= Rounds; round++)
        {
            var email = $"ana{round}@example.com";
            var id = await site.InviteAsync(email);
            var secret = await site.TokenAsync(id);

            var done = await Race.RunAsync(
                Enumerable.Range(0, 16).Select(i => i % 2 == 0
                    ? Open<IInvitationAcceptance>(site, async service => (await service.AcceptAsync(secret, Acceptor.User("u", [email]), null, Token)).Succeeded)
                    : Open<IInvitationAdministration>(site, async service => (await service.RevokeAsync(Site.Acme, id, Site.Admin, Token)).Succeeded)));

            var status = (await site.StoredAsync(id)).Status;
            var joined = site.Memberships.Rows.Count(row => row.Invitation == id);
            var actions = (await site.TrailAsync(id)).Select(entry => entry.Action).ToList();
            Assert.Equal(status is InvitationStatus.Accepted ? 1 : 0, joined);
            Assert.Equal(joined, actions.Count(action => action is AuditAction.Accepted));
            Assert.Equal(1 - joined, actions.Count(action => action is AuditAction.Revoked));
            Assert.All(done.Index(), call => Assert.Equal(call.Index % 2 == 0 == (joined == 1), call.Item));
        }
    }

    [Fact]
    public async Task An_acceptance_and_a_reinvite_never_both_happen()
    {
        await using var site = new Site();
        site.Tenants[Site.Acme] = Site.Settings with { Reinvite = new() { Cooldown = TimeSpan.Zero } };
        for (var round = 1; round <= Rounds; round++)
        {
            var email = $"ana{round}@example.com";
            var id = await site.InviteAsync(email);
            var secret = await site.TokenAsync(id);

            await Race.RunAsync(
                Open<IInvitationAcceptance>(site, async service => (await service.AcceptAsync(secret, Acceptor.User("u", [email]), null, Token)).Succeeded),
                Open<IInvitationAdministration>(site, async service => (await service.ReinviteAsync(Site.Acme, id, Site.Admin, Token)).Succeeded));

            var stored = await site.StoredAsync(id);
            var joined = site.Memberships.Rows.Count(row => row.Invitation == id);
            Assert.Equal((stored.Status is InvitationStatus.Accepted ? 1 : 0, joined), (joined, stored.SecretVersion == 1 ? 1 : 0));
            Assert.DoesNotContain(await site.DeliveriesAsync(id), delivery => joined == 1 && delivery.Status is DeliveryStatus.Waiting);
        }
    }

    [Fact]
    public async Task An_acceptance_and_a_refusal_by_the_person_never_both_happen()
    {
        await using var site = new Site();
        for (var round = 1; round <= Rounds; round++)
        {
            var email = $"ana{round}@example.com";
            var id = await site.InviteAsync(email);
            var secret = await site.TokenAsync(id);

            var done = await Race.RunAsync(
                Open<IInvitationAcceptance>(site, async service => (await service.AcceptAsync(secret, Acceptor.User("u", [email]), null, Token)).Succeeded),
                Open<IInvitationAcceptance>(site, async service => (await service.DeclineAsync(secret, Token)).Succeeded));

            Assert.Single(done, isDone => isDone);
            Assert.Equal(done[0] ? InvitationStatus.Accepted : InvitationStatus.Declined, (await site.StoredAsync(id)).Status);
        }
    }

    private static Task<AcceptResult[]> AcceptAtOnceAsync(Site site, InvitationSecret secret, Func<int, Acceptor> acceptor) => Race.RunAsync(
        Enumerable.Range(0, Callers).Select(i =>
            Open<IInvitationAcceptance, AcceptResult>(site, service => service.AcceptAsync(secret, acceptor(i), null, Token))));

    private static Func<Task<bool>> Open<TService>(Site site, Func<TService, Task<bool>> call)
        where TService : notnull => Open<TService, bool>(site, call);

    private static Func<Task<T>> Open<TService, T>(Site site, Func<TService, Task<T>> call)
        where TService : notnull
    {
        var scope = site.Provider.CreateAsyncScope();
        var service = scope.ServiceProvider.GetRequiredService<TService>();
        return async () =>
        {
            await using (scope)
                return await call(service);
        };
    }
}
