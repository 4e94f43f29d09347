using Invitations.Stores;

namespace Invitations.Testing;

/// <summary>Ending, deleting and anonymising many invitations in one call.</summary>
/// <param name="fixture">The store under test.</param>
public abstract class InvitationSetConformanceTests(StoreFixture fixture) : StoreConformanceTests(fixture)
{
    private static readonly DateTimeOffset At = SampleInvitations.Now.AddHours(1);

    private readonly TenantId _tenant = SampleInvitations.NewTenant();
    private readonly string _channel = SampleInvitations.NewText("channel");

    [Fact]
    public async Task A_set_ends_with_its_messages_and_its_trail()
    {
        var invitations = await AddAsync(1_000);
        await using var session = await OpenAsync();
        await session.Deliveries.AddAsync([.. invitations.Select(it => SampleDeliveries.Waiting(it, _channel))], Cancellation);

        var ended = await session.Sets.EndAsync(SetOf(invitations), InvitationStatus.Revoked, Cancellation);

        Assert.Equal(invitations.Select(it => it.Id).Order(), ended.Order());
        foreach (var invitation in invitations.Take(3).Append(invitations[^1]))
        {
            Fields.AreEqual(
                invitation with { Status = InvitationStatus.Revoked, EndedAt = At, ReminderDueAt = null, Version = 2 }, await ReadAsync(invitation));
            var delivery = Assert.Single(await session.Deliveries.ListAsync(_tenant, invitation.Id, Cancellation));
            Assert.Equal((DeliveryStatus.Cancelled, At), (delivery.Status, delivery.EndedAt!.Value));
            Fields.AreEqual(EntryOf(invitation), Assert.Single(await session.Audit.ListAsync(_tenant, invitation.Id, Cancellation)) with { Id = Guid.Empty });
        }

        Assert.Empty(await session.Invitations.FindOpenAsync(_tenant, [.. invitations.SelectMany(UniqueKey.Of)], Cancellation));
        Assert.Empty(await session.Deliveries.ClaimAsync(SampleDeliveries.Claim(_channel), Cancellation));
    }

    [Fact]
    public async Task What_has_changed_since_is_left_out_with_its_messages_and_its_trail()
    {
        var invitations = await AddAsync(3);
        await using var session = await OpenAsync();
        await session.Deliveries.AddAsync([.. invitations.Select(it => SampleDeliveries.Waiting(it, _channel))], Cancellation);
        var edit = SampleInvitations.Change(invitations[1], it => it with { PersonalMessage = "Hello" });
        Assert.Equal([ChangeOutcome.Applied], await session.Invitations.ChangeAsync([edit], Cancellation));

        var ended = await session.Sets.EndAsync(SetOf(invitations), InvitationStatus.Revoked, Cancellation);

        Assert.Equal(new[] { invitations[0].Id, invitations[2].Id }.Order(), ended.Order());
        Fields.AreEqual(edit.Updated, await ReadAsync(invitations[1]));
        Assert.Equal(DeliveryStatus.Waiting, Assert.Single(await session.Deliveries.ListAsync(_tenant, invitations[1].Id, Cancellation)).Status);
        Assert.Empty(await session.Audit.ListAsync(_tenant, invitations[1].Id, Cancellation));
    }

    [Fact]
    public async Task Nothing_is_done_in_another_tenant()
    {
        var invitations = await AddAsync(2);
        var foreign = SetOf(invitations) with { Tenant = SampleInvitations.NewTenant() };
        await using var session = await OpenAsync();

        Assert.Empty(await session.Sets.EndAsync(foreign, InvitationStatus.Revoked, Cancellation));
        Assert.Empty(await session.Sets.DeleteAsync(foreign, Cancellation));
        Assert.Empty(await session.Sets.AnonymizeAsync(foreign, Cancellation));
        Assert.Empty(await session.Sets.EndAsync(SetOf([]), InvitationStatus.Revoked, Cancellation));

        Fields.AreEqual(invitations[0], await ReadAsync(invitations[0]));
        Assert.Empty(await session.Audit.ListAsync(foreign.Tenant, invitations[0].Id, Cancellation));
    }

    [Fact]
    public async Task A_deleted_invitation_is_gone_with_its_messages_and_its_trail_stays()
    {
        var code = SampleInvitations.NewText("code");
        var deleted = SampleInvitations.Pending(_tenant) with { Status = InvitationStatus.Revoked, EndedAt = At, CodeLookup = code, CodeLength = 10 };
        var stays = SampleInvitations.Pending(_tenant);
        await AddAsync(deleted, stays);
        await using var session = await OpenAsync();
        await session.Deliveries.AddAsync([SampleDeliveries.Waiting(deleted, _channel), SampleDeliveries.Waiting(stays, _channel)], Cancellation);
        await session.Audit.AppendAsync([SampleRecords.Entry(deleted)], Cancellation);

        Assert.Equal([deleted.Id], await session.Sets.DeleteAsync(SetOf([deleted]), Cancellation));

        Assert.Null(await ReadAsync(deleted));
        Assert.Null(await session.Invitations.FindByTokenAsync(deleted.Id, Cancellation));
        Assert.Null(await session.Invitations.FindByCodeAsync(_tenant, [code], Cancellation));
        Assert.Empty(await session.Deliveries.ListAsync(_tenant, deleted.Id, Cancellation));
        Assert.Equal(2, (await session.Audit.ListAsync(_tenant, deleted.Id, Cancellation)).Count);
        Assert.Equal(stays.Id, Assert.Single(await session.Deliveries.ClaimAsync(SampleDeliveries.Claim(_channel), Cancellation)).InvitationId);
        Assert.Empty(await session.Sets.DeleteAsync(SetOf([deleted]), Cancellation));
    }

    [Fact]
    public async Task An_anonymous_invitation_says_nothing_about_the_person_any_more()
    {
        var full = SampleInvitations.Full(_tenant) with { AnonymizedAt = null };
        await AddAsync(full);
        await using var session = await OpenAsync();
        var delivery = SampleDeliveries.Full(full);
        await session.Deliveries.AddAsync([delivery], Cancellation);

        Assert.Equal([full.Id], await session.Sets.AnonymizeAsync(SetOf([full]), Cancellation));

        Fields.AreEqual(full.Anonymized(At) with { Version = full.Version + 1 }, await ReadAsync(full));
        Fields.AreEqual(
            delivery with { ProviderMessageId = null, LastError = null },
            Assert.Single(await session.Deliveries.ListAsync(_tenant, full.Id, Cancellation)));
        Assert.Null(await session.Invitations.FindByCodeAsync(_tenant, [full.CodeLookup!], Cancellation));
        Assert.Equal(0, await FindCountAsync(session, full));
        Assert.Empty(await session.Sets.AnonymizeAsync(SetOf([full with { Version = full.Version + 1 }]), Cancellation));
    }

    [Fact]
    public async Task What_is_open_is_not_made_anonymous()
    {
        Invitation[] open =
        [
            SampleInvitations.Pending(_tenant),
            SampleInvitations.Pending(_tenant) with { Status = InvitationStatus.Draft },
            SampleInvitations.Pending(_tenant) with { Status = InvitationStatus.AwaitingApproval },
        ];
        await AddAsync(open);
        await using var session = await OpenAsync();

        Assert.Empty(await session.Sets.AnonymizeAsync(SetOf(open), Cancellation));

        Fields.AreEqual(open[0], await ReadAsync(open[0]));
    }

    [Fact]
    public async Task What_is_done_to_a_set_rolls_back_with_its_transaction()
    {
        var invitations = await AddAsync(2);
        await using var session = await OpenAsync();

        await session.Transaction.ExecuteAsync(
            async token =>
            {
                Assert.Single(await session.Sets.EndAsync(SetOf(invitations[..1]), InvitationStatus.Revoked, token));
                Assert.Single(await session.Sets.DeleteAsync(SetOf(invitations[1..]), token));
                return TransactionOutcome.Rollback(true);
            },
            Cancellation);

        Fields.AreEqual(invitations[0], await ReadAsync(invitations[0]));
        Fields.AreEqual(invitations[1], await ReadAsync(invitations[1]));
        Assert.Empty(await session.Audit.ListAsync(_tenant, invitations[0].Id, Cancellation));
    }

    [Fact]
    public async Task Of_many_who_revoke_the_same_set_and_those_who_accept_each_row_has_one_winner()
    {
        await using var race = await Race.OpenAsync(Fixture, 20, Cancellation);
        for (var round = 0; round < Race.Rounds; round++)
        {
            var invitations = await AddAsync(40);

            var won = await race.RunAsync(async (session, caller) => caller % 2 == 0
                ? await session.Sets.EndAsync(SetOf(caller % 4 == 0 ? invitations : [.. Enumerable.Reverse(invitations)]), InvitationStatus.Revoked, Cancellation)
                : await AcceptAsync(session, invitations[caller]));

            Assert.Equal(invitations.Select(it => it.Id).Order(), won.SelectMany(it => it).Order());
            await using var reader = await OpenAsync();
            foreach (var invitation in invitations)
            {
                var wasAccepted = won.Where((_, caller) => caller % 2 == 1).Any(ids => ids.Contains(invitation.Id));
                var stored = await ReadAsync(invitation);
                Assert.Equal((wasAccepted ? InvitationStatus.Accepted : InvitationStatus.Revoked, 2L), (stored!.Status, stored.Version));
                Assert.Equal(wasAccepted ? 0 : 1, (await reader.Audit.ListAsync(_tenant, invitation.Id, Cancellation)).Count);
            }
        }
    }

    private static async Task<IReadOnlyCollection<Guid>> AcceptAsync(StoreSession session, Invitation invitation)
    {
        var outcomes = await session.Invitations.ChangeAsync([SampleInvitations.Acceptance(invitation)], Cancellation);
        return outcomes[0] == ChangeOutcome.Applied ? [invitation.Id] : [];
    }

    private static async Task<int> FindCountAsync(StoreSession session, Invitation invitation)
    {
        var count = 0;
        foreach (var key in UniqueKey.Of(invitation.Recipient, Profile.Empty))
            count += (await session.PersonalData.FindByRecipientAsync(null, key, null, 10, Cancellation)).Count;
        return count;
    }

    private async Task<List<Invitation>> AddAsync(int count)
    {
        var invitations = Enumerable.Range(0, count).Select(_ => SampleInvitations.Pending(_tenant) with { ReminderDueAt = SampleInvitations.Now.AddYears(90) }).ToList();
        await AddAsync(invitations);
        return invitations;
    }

    private InvitationSet SetOf(IReadOnlyList<Invitation> invitations) => new()
    {
        Tenant = _tenant,
        Rows = [.. invitations.Select(it => new InvitationVersion(it.Id, it.Version))],
        Entries = [.. invitations.Select(it => EntryOf(it) with { Id = Guid.CreateVersion7(At) })],
        At = At,
    };

    private static AuditEntry EntryOf(Invitation invitation) => new()
    {
        Id = Guid.Empty,
        Tenant = invitation.Tenant,
        InvitationId = invitation.Id,
        Action = AuditAction.Revoked,
        Actor = "user-1",
        At = At,
        Details = new Dictionary<string, string>(StringComparer.Ordinal) { ["number"] = invitation.Id.ToString("N") },
    };
}
