using Invitations.Stores;

namespace Invitations.Testing;

/// <summary>Finding what is kept about people, and letting go of it.</summary>
/// <param name="fixture">The store under test.</param>
public abstract class PersonalDataConformanceTests(StoreFixture fixture) : StoreConformanceTests(fixture)
{
    private static readonly DateTimeOffset Now = SampleInvitations.Now;

    private readonly TenantId _tenant = SampleInvitations.NewTenant();

    [Fact]
    public async Task A_person_is_found_by_each_value_of_the_recipient_whatever_the_status()
    {
        var full = SampleInvitations.Full(_tenant);
        await AddAsync(full);
        await AddAsync(SampleInvitations.Pending(_tenant));

        foreach (var key in UniqueKey.Of(full.Recipient, Profile.Empty))
            Fields.AreEqual(full, Assert.Single(await FindAsync(_tenant, key)));
        Assert.Empty(await FindAsync(_tenant, new(UniqueKeyKind.Email, full.Recipient.Email!.ToUpperInvariant())));
        Assert.Empty(await FindAsync(_tenant, new(UniqueKeyKind.User, full.Recipient.Email!)));
        Assert.Empty(await FindAsync(SampleInvitations.NewTenant(), new(UniqueKeyKind.Email, full.Recipient.Email!)));
    }

    [Fact]
    public async Task A_person_is_found_by_a_birthday_too()
    {
        var identifier = SampleInvitations.Identifier(IdentifierKinds.Birthday, "1991-02-03");
        var born = Enumerable.Range(0, 2).Select(_ => SampleInvitations.Pending(_tenant) with { Recipient = new() { Identifier = identifier } }).ToList();
        await AddAsync(born);

        Assert.Equal(born.Select(it => it.Id).Order(), (await FindAsync(_tenant, new(UniqueKeyKind.Identifier, identifier.Key))).Select(it => it.Id).Order());
    }

    [Fact]
    public async Task A_person_is_found_in_all_tenants_page_by_page_each_invitation_once()
    {
        var email = $"{SampleInvitations.NewText("ana")}@example.com";
        var ids = new List<Guid>();
        foreach (var tenant in new[] { _tenant, SampleInvitations.NewTenant(), SampleInvitations.NewTenant() })
        {
            var ended = SampleInvitations.Pending(tenant, email) with { Status = InvitationStatus.Revoked, EndedAt = Now };
            var open = SampleInvitations.Pending(tenant, email);
            await AddAsync(ended, open);
            ids.AddRange([ended.Id, open.Id]);
        }

        await using var session = await OpenAsync();
        var (found, key) = (new List<Guid>(), new UniqueKey(UniqueKeyKind.Email, email));
        while (await session.PersonalData.FindByRecipientAsync(null, key, found.Count == 0 ? null : found[^1], 4, Cancellation) is { Count: > 0 } page)
            found.AddRange(page.Select(it => it.Id));

        Assert.Equal(ids.Order(), found.Order());
        Assert.Equal(2, (await FindAsync(_tenant, key)).Count);
    }

    [Theory]
    [InlineData(UniqueKeyKind.EmployeeId)]
    [InlineData(UniqueKeyKind.Code)]
    public async Task Nobody_is_found_by_what_is_not_in_a_recipient(UniqueKeyKind kind) =>
        await Assert.ThrowsAsync<ArgumentException>(() => FindAsync(_tenant, new(kind, "x")));

    [Fact]
    public async Task Ended_invitations_are_found_until_they_are_anonymous_the_longest_ended_first()
    {
        var (first, second, third) = (Ended(Now.AddDays(-3)), Ended(Now.AddDays(-2)), Ended(Now.AddDays(-1)) with { Status = InvitationStatus.Declined });
        await AddAsync(
            third,
            first,
            second,
            Ended(Now.AddMicroseconds(1)),
            Ended(Now.AddDays(-1)) with { Status = InvitationStatus.Accepted },
            Ended(Now.AddDays(-1)) with { AnonymizedAt = Now },
            SampleInvitations.Pending(_tenant));
        var query = new EndedQuery { Tenant = _tenant, Statuses = [InvitationStatus.Revoked, InvitationStatus.Declined], EndedBy = Now, Take = 10 };
        await using var session = await OpenAsync();

        var found = await session.PersonalData.FindEndedAsync(query, Cancellation);

        Assert.Equal([new(first.Id, first.Version), new(second.Id, second.Version), new(third.Id, third.Version)], found);
        Assert.Equal([first.Id, second.Id], (await session.PersonalData.FindEndedAsync(query with { Take = 2 }, Cancellation)).Select(it => it.Id));
        Assert.Empty(await session.PersonalData.FindEndedAsync(query with { Take = 0 }, Cancellation));
        Assert.Empty(await session.PersonalData.FindEndedAsync(query with { Tenant = SampleInvitations.NewTenant() }, Cancellation));
    }

    [Fact]
    public async Task Ended_messages_are_deleted_a_bounded_number_a_call_and_waiting_ones_stay()
    {
        var (invitation, other) = (SampleInvitations.Pending(_tenant), SampleInvitations.Pending(SampleInvitations.NewTenant()));
        var channel = SampleInvitations.NewText("channel");
        var waiting = SampleDeliveries.Waiting(invitation, channel);
        Delivery[] stay = [waiting, Sent(invitation, Now.AddMicroseconds(1)), Sent(other, Now)];
        await using var session = await OpenAsync();
        await session.Deliveries.AddAsync([.. Enumerable.Range(0, 5).Select(_ => Sent(invitation, Now)), .. stay], Cancellation);

        Assert.Equal(0, await session.PersonalData.DeleteDeliveriesAsync(_tenant, Now, 0, Cancellation));
        Assert.Equal(2, await session.PersonalData.DeleteDeliveriesAsync(_tenant, Now, 2, Cancellation));
        Assert.Equal(3, await session.PersonalData.DeleteDeliveriesAsync(_tenant, Now, 100, Cancellation));
        Assert.Equal(0, await session.PersonalData.DeleteDeliveriesAsync(_tenant, Now, 100, Cancellation));

        Assert.Equal(stay[..2].Select(it => it.Id).Order(), (await session.Deliveries.ListAsync(_tenant, invitation.Id, Cancellation)).Select(it => it.Id).Order());
        Assert.Single(await session.Deliveries.ListAsync(other.Tenant, other.Id, Cancellation));
        Assert.Single(await session.Deliveries.ClaimAsync(SampleDeliveries.Claim(channel), Cancellation));

        Delivery Sent(Invitation of, DateTimeOffset at) => SampleDeliveries.Waiting(of, channel) with { Status = DeliveryStatus.Sent, EndedAt = at };
    }

    [Fact]
    public async Task Nothing_of_a_purged_tenant_is_left_and_its_neighbours_keep_everything()
    {
        var (gone, stays) = (new TransactionProbe(), new TransactionProbe());
        await using var session = await OpenAsync();
        await gone.WriteAsync(session, Cancellation);
        await stays.WriteAsync(session, Cancellation);
        var other = SampleRecords.Entry(gone.Invitation) with { Id = Guid.CreateVersion7(Now), InvitationId = null };
        await session.Audit.AppendAsync([other], Cancellation);

        Assert.Equal(0, await session.PersonalData.PurgeTenantAsync(gone.Invitation.Tenant, 0, Cancellation));
        Assert.Equal(1, await session.PersonalData.PurgeTenantAsync(gone.Invitation.Tenant, 1, Cancellation));
        Assert.Null(await session.Invitations.FindByTokenAsync(gone.Invitation.Id, Cancellation));
        while (await session.PersonalData.PurgeTenantAsync(gone.Invitation.Tenant, 2, Cancellation) is > 0 and var purged)
            Assert.InRange(purged, 1, 2);

        Assert.Empty(await gone.SeenAsync(session, Cancellation));
        Assert.Empty(await session.Audit.ListAsync(gone.Invitation.Tenant, null, Cancellation));
        Assert.Empty(await session.Deliveries.ClaimAsync(SampleDeliveries.Claim(gone.Channel), Cancellation));
        Assert.Equal(TransactionProbe.Everything, await stays.SeenAsync(session, Cancellation));
    }

    [Fact]
    public async Task The_tenants_that_have_invitations_are_listed_page_by_page_each_once()
    {
        var tenants = Enumerable.Range(0, 5).Select(_ => SampleInvitations.NewTenant()).ToList();
        foreach (var tenant in tenants)
            await AddAsync(SampleInvitations.Pending(tenant), SampleInvitations.Pending(tenant));
        await using var session = await OpenAsync();

        var listed = new List<TenantId>();
        while (await session.PersonalData.ListTenantsAsync(listed.Count == 0 ? default(TenantId?) : listed[^1], 2, Cancellation) is { Count: > 0 } page)
        {
            Assert.InRange(page.Count, 1, 2);
            listed.AddRange(page);
        }

        Assert.Equal(listed.Count, listed.Distinct().Count());
        Assert.Empty(tenants.Except(listed));
        while (await session.PersonalData.PurgeTenantAsync(tenants[0], 100, Cancellation) > 0)
        {
        }

        Assert.DoesNotContain(tenants[0], await session.PersonalData.ListTenantsAsync(null, int.MaxValue, Cancellation));
    }

    private Invitation Ended(DateTimeOffset at) => SampleInvitations.Pending(_tenant) with { Status = InvitationStatus.Revoked, EndedAt = at };

    private async Task<IReadOnlyList<Invitation>> FindAsync(TenantId tenant, UniqueKey key)
    {
        await using var session = await OpenAsync();
        return await session.PersonalData.FindByRecipientAsync(tenant, key, null, 100, Cancellation);
    }
}
