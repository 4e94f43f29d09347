namespace Invitations.Testing;

/// <summary>The trail: what is appended stays, and is read by its own tenant alone.</summary>
/// <param name="fixture">The store under test.</param>
public abstract class AuditStoreConformanceTests(StoreFixture fixture) : StoreConformanceTests(fixture)
{
    private readonly Invitation _invitation = SampleInvitations.Pending(SampleInvitations.NewTenant());

    [Fact]
    public async Task Every_field_of_an_entry_comes_back()
    {
        var entry = SampleRecords.Entry(_invitation);
        Assert.Empty(Fields.Unset(entry));

        await AppendAsync(entry);

        Fields.AreEqual(entry, Assert.Single(await ListAsync(_invitation)));
    }

    [Fact]
    public async Task An_entry_of_somebody_who_is_not_signed_in_comes_back()
    {
        var entry = new AuditEntry
        {
            Id = Guid.CreateVersion7(SampleInvitations.Now),
            Tenant = _invitation.Tenant,
            InvitationId = _invitation.Id,
            Action = AuditAction.Created,
            At = SampleInvitations.Now,
        };

        await AppendAsync(entry);

        Fields.AreEqual(entry, Assert.Single(await ListAsync(_invitation)));
    }

    [Fact]
    public async Task Entries_are_listed_oldest_first_and_by_invitation()
    {
        var entries = Enumerable.Range(0, 5)
            .Select(number => SampleRecords.Entry(_invitation) with { At = SampleInvitations.Now.AddMicroseconds(number) })
            .ToList();
        var sibling = SampleInvitations.Pending(_invitation.Tenant);

        await AppendAsync(entries[2], SampleRecords.Entry(sibling), entries[0]);
        await AppendAsync(entries[4], entries[1], entries[3]);

        Assert.Equal(entries.Select(entry => entry.Id), (await ListAsync(_invitation)).Select(entry => entry.Id));
        Assert.Single(await ListAsync(sibling));
        Assert.Empty(await ListAsync(SampleInvitations.Pending(_invitation.Tenant)));
    }

    [Fact]
    public async Task The_entries_of_another_tenant_are_not_listed()
    {
        var other = _invitation with { Tenant = new(_invitation.Tenant.Value.ToUpperInvariant()) };
        var mine = SampleRecords.Entry(_invitation);

        await AppendAsync(mine, SampleRecords.Entry(other));

        Assert.Equal(mine.Id, Assert.Single(await ListAsync(_invitation)).Id);
        Assert.Empty(await ListAsync(_invitation with { Tenant = SampleInvitations.NewTenant() }));
    }

    [Fact]
    public async Task Entries_without_an_invitation_are_listed_by_themselves_and_for_their_tenant_alone()
    {
        var entries = Enumerable.Range(0, 3)
            .Select(number => SampleRecords.Entry(_invitation) with
            {
                InvitationId = null,
                LinkId = null,
                Action = AuditAction.GrantedDirectly,
                At = SampleInvitations.Now.AddMicroseconds(number),
            })
            .ToList();

        await AppendAsync(entries[1], SampleRecords.Entry(_invitation), entries[0]);
        await AppendAsync(entries[2]);

        await using var session = await OpenAsync();
        Assert.Equal(entries.Select(entry => entry.Id), (await session.Audit.ListAsync(_invitation.Tenant, null, Cancellation)).Select(entry => entry.Id));
        Assert.Empty(await session.Audit.ListAsync(SampleInvitations.NewTenant(), null, Cancellation));
        Assert.Single(await ListAsync(_invitation));
    }

    [Fact]
    public async Task Entries_of_a_link_are_listed_by_the_link_oldest_first_and_for_their_tenant_alone()
    {
        var link = Guid.NewGuid();
        var entries = Enumerable.Range(0, 3)
            .Select(number => SampleRecords.Entry(_invitation) with
            {
                InvitationId = null,
                LinkId = link,
                Action = AuditAction.LinkEdited,
                At = SampleInvitations.Now.AddMicroseconds(number),
            })
            .ToList();

        await AppendAsync(entries[1], SampleRecords.Entry(_invitation), entries[0]);
        await AppendAsync(entries[2]);

        await using var session = await OpenAsync();
        Assert.Equal(entries.Select(entry => entry.Id), (await session.Audit.ListOfLinkAsync(_invitation.Tenant, link, Cancellation)).Select(entry => entry.Id));
        Assert.Empty(await session.Audit.ListOfLinkAsync(_invitation.Tenant, Guid.NewGuid(), Cancellation));
        Assert.Empty(await session.Audit.ListOfLinkAsync(SampleInvitations.NewTenant(), link, Cancellation));
        Assert.Empty(await session.Audit.ListAsync(_invitation.Tenant, null, Cancellation));
    }

    [Fact]
    public async Task A_chunk_of_entries_is_appended()
    {
        var invitations = Enumerable.Range(0, 500).Select(_ => SampleInvitations.Pending(_invitation.Tenant)).ToList();

        await AppendAsync([.. invitations.Select(SampleRecords.Entry)]);

        Assert.Single(await ListAsync(invitations[0]));
        Assert.Single(await ListAsync(invitations[^1]));
    }

    [Fact]
    public async Task Appending_nothing_is_allowed() => await AppendAsync();

    private async Task AppendAsync(params AuditEntry[] entries)
    {
        await using var session = await OpenAsync();
        await session.Audit.AppendAsync(entries, Cancellation);
    }

    private async Task<IReadOnlyList<AuditEntry>> ListAsync(Invitation invitation)
    {
        await using var session = await OpenAsync();
        return await session.Audit.ListAsync(invitation.Tenant, invitation.Id, Cancellation);
    }
}
