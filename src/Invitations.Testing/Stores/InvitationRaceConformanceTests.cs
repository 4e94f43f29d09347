using Invitations.Stores;

namespace Invitations.Testing;

/// <summary>Many callers at once: whoever they are, one of them wins, and the rows tell which.</summary>
/// <param name="fixture">The store under test.</param>
public abstract class InvitationRaceConformanceTests(StoreFixture fixture) : StoreConformanceTests(fixture)
{
    private const int AcceptCallers = 64;

    [Fact]
    public async Task Of_many_who_accept_one_wins()
    {
        await using var race = await Race.OpenAsync(Fixture, AcceptCallers, Cancellation);
        for (var round = 0; round < Race.Rounds; round++)
        {
            var invitation = SampleInvitations.Pending(SampleInvitations.NewTenant());
            await AddAsync(invitation);

            var outcomes = await race.RunAsync(async (session, caller) => Assert.Single(
                await session.Invitations.ChangeAsync([SampleInvitations.Acceptance(invitation, $"user-{caller}")], Cancellation)));

            var winner = Assert.Single(Winners(outcomes));
            Assert.All(outcomes.Where((_, caller) => caller != winner), outcome => Assert.Equal(ChangeOutcome.Stale, outcome));
            var stored = await ReadAsync(invitation);
            Assert.Equal($"user-{winner}", stored?.AcceptedBy);
            Assert.Equal(invitation.Version + 1, stored?.Version);
        }
    }

    [Fact]
    public async Task Of_many_who_accept_and_revoke_one_wins_and_nobody_writes_over_it()
    {
        await using var race = await Race.OpenAsync(Fixture, Race.Callers, Cancellation);
        for (var round = 0; round < Race.Rounds; round++)
        {
            var invitation = SampleInvitations.Pending(SampleInvitations.NewTenant());
            await AddAsync(invitation);
            var revocation = SampleInvitations.Change(invitation, it => it with { Status = InvitationStatus.Revoked, EndedAt = SampleInvitations.Now });

            var outcomes = await race.RunAsync(async (session, caller) => Assert.Single(await session.Invitations.ChangeAsync(
                [caller % 2 == 0 ? SampleInvitations.Acceptance(invitation, $"user-{caller}") : revocation], Cancellation)));

            var winner = Assert.Single(Winners(outcomes));
            var stored = await ReadAsync(invitation);
            Assert.Equal(winner % 2 == 0 ? InvitationStatus.Accepted : InvitationStatus.Revoked, stored?.Status);
            Assert.Equal(winner % 2 == 0 ? $"user-{winner}" : null, stored?.AcceptedBy);
        }
    }

    [Fact]
    public async Task What_was_revoked_cannot_be_accepted_by_whoever_read_it_before()
    {
        var invitation = SampleInvitations.Pending(SampleInvitations.NewTenant());
        await AddAsync(invitation);
        await using var late = await OpenAsync();
        var seen = Assert.Single(await late.Invitations.FindAsync(invitation.Tenant, [invitation.Id], Cancellation));
        await using (var admin = await OpenAsync())
        {
            var revocation = SampleInvitations.Change(invitation, it => it with { Status = InvitationStatus.Revoked });
            Assert.Equal([ChangeOutcome.Applied], await admin.Invitations.ChangeAsync([revocation], Cancellation));
        }

        Assert.Equal([ChangeOutcome.Stale], await late.Invitations.ChangeAsync([SampleInvitations.Acceptance(seen)], Cancellation));

        Assert.Equal(InvitationStatus.Revoked, (await ReadAsync(invitation))?.Status);
    }

    [Fact]
    public async Task Of_many_who_invite_one_address_one_wins()
    {
        await using var race = await Race.OpenAsync(Fixture, Race.Callers, Cancellation);
        for (var round = 0; round < Race.Rounds; round++)
        {
            var tenant = SampleInvitations.NewTenant();
            var email = $"{SampleInvitations.NewText("ana")}@example.com";

            var added = await race.RunAsync(async (session, _) =>
            {
                var invitation = SampleInvitations.Pending(tenant, email);
                var conflicts = await session.Invitations.AddAsync([invitation], Cancellation);
                Assert.All(conflicts, conflict => Assert.Equal(new(0, UniqueKeyKind.Email), conflict));
                return conflicts.Count == 0 ? invitation.Id : Guid.Empty;
            });

            var winner = Assert.Single(added, id => id != Guid.Empty);
            Assert.Equal([winner], (await ListAsync(tenant)).Select(invitation => invitation.Id));
        }
    }

    [Fact]
    public async Task Chunks_with_the_same_addresses_in_another_order_store_each_address_once()
    {
        const int Addresses = 60;
        await using var race = await Race.OpenAsync(Fixture, 8, Cancellation);
        for (var round = 0; round < Race.Rounds; round++)
        {
            var tenant = SampleInvitations.NewTenant();
            var emails = Enumerable.Range(0, Addresses).Select(number => $"{number}@example.com").ToList();

            var added = await race.RunAsync(async (session, caller) =>
            {
                var order = caller % 2 == 0 ? emails : Enumerable.Reverse(emails);
                var chunk = order.Select(email => SampleInvitations.Pending(tenant, email)).ToList();
                return Addresses - (await session.Invitations.AddAsync(chunk, Cancellation)).Count;
            });

            Assert.Equal(Addresses, added.Sum());
            Assert.Equal(emails.Order(StringComparer.Ordinal), (await ListAsync(tenant)).Select(it => it.Recipient.Email).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task Of_many_edits_to_one_free_address_one_wins()
    {
        await using var race = await Race.OpenAsync(Fixture, Race.Callers, Cancellation);
        for (var round = 0; round < Race.Rounds; round++)
        {
            var tenant = SampleInvitations.NewTenant();
            var invitations = Enumerable.Range(0, Race.Callers).Select(_ => SampleInvitations.Pending(tenant)).ToList();
            await AddAsync(invitations);
            var wanted = new Recipient { Email = $"{SampleInvitations.NewText("wanted")}@example.com" };

            var outcomes = await race.RunAsync(async (session, caller) => Assert.Single(await session.Invitations.ChangeAsync(
                [SampleInvitations.Change(invitations[caller], it => it with { Recipient = wanted })], Cancellation)));

            var winner = Assert.Single(Winners(outcomes));
            Assert.All(outcomes.Where((_, caller) => caller != winner), outcome => Assert.Equal(ChangeOutcome.KeyTaken, outcome));
            Assert.Equal(invitations[winner].Id, Assert.Single(await ListAsync(tenant), it => it.Recipient.Email == wanted.Email).Id);
        }
    }

    private static IEnumerable<int> Winners(ChangeOutcome[] outcomes) =>
        Enumerable.Range(0, outcomes.Length).Where(caller => outcomes[caller] == ChangeOutcome.Applied);

    private async Task<IReadOnlyList<Invitation>> ListAsync(TenantId tenant)
    {
        await using var session = await OpenAsync();
        return await session.Queries.ListAsync(
            new() { Tenant = tenant, Filter = new(), Now = SampleInvitations.Now, Sort = InvitationSort.OldestFirst, Take = 1_000 }, Cancellation);
    }
}
