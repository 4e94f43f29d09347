using Invitations.Stores;

namespace Invitations.Testing;

/// <summary>Ending an invitation: the messages that wait and the trail follow, or nothing happens at all.</summary>
/// <param name="fixture">The store under test.</param>
public abstract class InvitationEndConformanceTests(StoreFixture fixture) : StoreConformanceTests(fixture)
{
    [Fact]
    public async Task What_ends_is_stored_with_its_entry_and_its_waiting_messages_are_cancelled()
    {
        var invitation = await AddWithMessagesAsync();
        var ending = Acceptance(invitation);

        Assert.True(await EndAsync(ending));

        Fields.AreEqual(ending.Ended, await ReadAsync(invitation));
        Assert.Equal([DeliveryStatus.Cancelled, DeliveryStatus.Sent], await StatusesAsync(invitation));
        await using var session = await OpenAsync();
        Fields.AreEqual(ending.Entry!, Assert.Single(await session.Audit.ListAsync(invitation.Tenant, invitation.Id, Cancellation)));
        var cancelled = (await session.Deliveries.ListAsync(invitation.Tenant, invitation.Id, Cancellation))[0];
        Assert.Equal(ending.Ended.EndedAt, cancelled.EndedAt);
    }

    [Fact]
    public async Task An_end_that_changes_more_than_the_status_is_stored_whole()
    {
        var invitation = await AddWithMessagesAsync();
        var ended = SampleInvitations.Full(invitation.Tenant) with
        {
            Id = invitation.Id,
            CreatedAt = invitation.CreatedAt,
            Version = invitation.Version + 1,
            Status = InvitationStatus.Accepted,
            EndedAt = SampleInvitations.Now,
        };

        Assert.True(await EndAsync(new() { Found = invitation, Ended = ended }));

        Fields.AreEqual(ended, await ReadAsync(invitation));
        await using var session = await OpenAsync();
        Assert.Empty(await session.Audit.ListAsync(invitation.Tenant, invitation.Id, Cancellation));
    }

    [Fact]
    public async Task Where_something_else_than_expected_is_stored_nothing_is_written()
    {
        var invitation = await AddWithMessagesAsync();
        var ending = Acceptance(invitation);
        InvitationEnding[] stale =
        [
            ending with { Found = invitation with { Version = 2 } },
            ending with { Found = invitation with { Version = 0 } },
            ending with { Found = invitation with { Status = InvitationStatus.AwaitingApproval } },
            ending with { Ended = ending.Ended with { Tenant = SampleInvitations.NewTenant() } },
            ending with { Ended = ending.Ended with { Id = Guid.NewGuid() } },
        ];

        foreach (var one in stale)
            Assert.False(await EndAsync(one));

        await AssertUntouchedAsync(invitation);
    }

    [Fact]
    public async Task From_its_expiry_on_nothing_is_written_where_it_must_be_unexpired()
    {
        var expiry = SampleInvitations.Now.AddDays(7);
        var invitation = await AddWithMessagesAsync(expiry);

        Assert.False(await EndAsync(Acceptance(invitation) with { UnexpiredAt = expiry }));
        await AssertUntouchedAsync(invitation);
        Assert.True(await EndAsync(Acceptance(invitation) with { UnexpiredAt = expiry.AddMicroseconds(-1) }));
    }

    [Fact]
    public async Task What_has_ended_leaves_its_address_to_the_next_invitation()
    {
        var invitation = await AddWithMessagesAsync();

        Assert.True(await EndAsync(Acceptance(invitation)));

        await AddAsync(invitation with { Id = Guid.CreateVersion7(SampleInvitations.Now) });
    }

    [Fact]
    public async Task An_end_is_rolled_back_with_its_transaction_whole()
    {
        var invitation = await AddWithMessagesAsync();
        await using var session = await OpenAsync();

        var ended = await session.Transaction.ExecuteAsync(
            async token => TransactionOutcome.Rollback(await session.Invitations.EndAsync(Acceptance(invitation), token)), Cancellation);

        Assert.True(ended);
        await AssertUntouchedAsync(invitation);
    }

    [Fact]
    public async Task Of_many_who_end_one_wins_and_only_that_one_is_in_the_trail()
    {
        await using var race = await Race.OpenAsync(Fixture, Race.Callers, Cancellation);
        for (var round = 0; round < Race.Rounds; round++)
        {
            var invitation = await AddWithMessagesAsync();

            var won = await race.RunAsync((session, caller) => session.Invitations.EndAsync(Acceptance(invitation, $"user-{caller}"), Cancellation));

            var winner = Assert.Single(Enumerable.Range(0, won.Length), caller => won[caller]);
            Assert.Equal($"user-{winner}", (await ReadAsync(invitation))?.AcceptedBy);
            await using var session = await OpenAsync();
            var entry = Assert.Single(await session.Audit.ListAsync(invitation.Tenant, invitation.Id, Cancellation));
            Assert.Equal($"user-{winner}", entry.Actor);
        }
    }

    private static InvitationEnding Acceptance(Invitation invitation, string user = "user-1")
    {
        var ended = SampleInvitations.Acceptance(invitation, user).Updated;
        var entry = SampleRecords.Entry(invitation) with { LinkId = null, Action = AuditAction.Accepted, Actor = user };
        return new() { Found = invitation, Ended = ended, Entry = entry };
    }

    private async Task<Invitation> AddWithMessagesAsync(DateTimeOffset? expiry = null)
    {
        var invitation = SampleInvitations.Pending(SampleInvitations.NewTenant()) with { ExpiresAt = expiry };
        await AddAsync(invitation);
        var waiting = SampleDeliveries.Waiting(invitation, SampleInvitations.NewText("pigeon"));
        var sent = waiting with { Id = Guid.CreateVersion7(SampleInvitations.Now), CreatedAt = waiting.CreatedAt.AddSeconds(1), Status = DeliveryStatus.Sent, EndedAt = SampleInvitations.Now };
        await using var session = await OpenAsync();
        await session.Deliveries.AddAsync([waiting, sent], Cancellation);
        return invitation;
    }

    private async Task<bool> EndAsync(InvitationEnding ending)
    {
        await using var session = await OpenAsync();
        return await session.Invitations.EndAsync(ending, Cancellation);
    }

    private async Task<IReadOnlyList<DeliveryStatus>> StatusesAsync(Invitation invitation)
    {
        await using var session = await OpenAsync();
        return [.. (await session.Deliveries.ListAsync(invitation.Tenant, invitation.Id, Cancellation)).Select(delivery => delivery.Status)];
    }

    private async Task AssertUntouchedAsync(Invitation invitation)
    {
        Fields.AreEqual(invitation, await ReadAsync(invitation));
        Assert.Equal([DeliveryStatus.Waiting, DeliveryStatus.Sent], await StatusesAsync(invitation));
        await using var session = await OpenAsync();
        Assert.Empty(await session.Audit.ListAsync(invitation.Tenant, invitation.Id, Cancellation));
    }
}
