using Invitations.Stores;

namespace Invitations.Testing;

/// <summary>Changing invitations: what a change expects, and which keys it takes and frees.</summary>
/// <param name="fixture">The store under test.</param>
public abstract class InvitationChangeConformanceTests(StoreFixture fixture) : StoreConformanceTests(fixture)
{
    [Fact]
    public async Task A_change_is_stored_whole()
    {
        var tenant = SampleInvitations.NewTenant();
        var before = SampleInvitations.Pending(tenant);
        await AddAsync(before);
        var after = SampleInvitations.Full(tenant) with { Id = before.Id, CreatedAt = before.CreatedAt, Version = before.Version + 1 };

        Assert.Equal(ChangeOutcome.Applied, await ChangeAsync(new() { Updated = after, ExpectedStatus = before.Status, ExpectedVersion = before.Version }));

        Fields.AreEqual(after, await ReadAsync(before));
    }

    [Fact]
    public async Task A_change_to_fields_without_a_value_is_stored_whole()
    {
        var before = SampleInvitations.Full(SampleInvitations.NewTenant());
        await AddAsync(before);
        var after = new Invitation
        {
            Id = before.Id,
            Tenant = before.Tenant,
            Recipient = new(),
            Grant = Grant.Member,
            InvitedBy = "user-1",
            Status = InvitationStatus.Draft,
            SecretVersion = 1,
            SecretKeyId = 0,
            CreatedAt = before.CreatedAt,
            Version = before.Version + 1,
        };

        Assert.Equal(ChangeOutcome.Applied, await ChangeAsync(new() { Updated = after, ExpectedStatus = before.Status, ExpectedVersion = before.Version }));

        Fields.AreEqual(after, await ReadAsync(before));
    }

    [Fact]
    public async Task A_change_of_something_else_than_expected_is_stale_and_changes_nothing()
    {
        var invitation = SampleInvitations.Pending(SampleInvitations.NewTenant());
        await AddAsync(invitation);
        var acceptance = SampleInvitations.Acceptance(invitation);
        InvitationChange[] stale =
        [
            acceptance with { ExpectedVersion = 2 },
            acceptance with { ExpectedVersion = 0 },
            acceptance with { ExpectedStatus = InvitationStatus.Draft },
            acceptance with { Updated = acceptance.Updated with { Tenant = SampleInvitations.NewTenant() } },
            acceptance with { Updated = acceptance.Updated with { Tenant = new(invitation.Tenant.Value.ToUpperInvariant()) } },
            acceptance with { Updated = acceptance.Updated with { Id = Guid.NewGuid() } },
        ];

        foreach (var change in stale)
            Assert.Equal(ChangeOutcome.Stale, await ChangeAsync(change));

        Fields.AreEqual(invitation, await ReadAsync(invitation));
    }

    [Fact]
    public async Task A_change_that_asks_for_an_unexpired_invitation_is_stale_from_the_expiry_on()
    {
        var expiry = SampleInvitations.Now.AddDays(7);
        var invitation = SampleInvitations.Pending(SampleInvitations.NewTenant()) with { ExpiresAt = expiry };
        await AddAsync(invitation);
        var acceptance = SampleInvitations.Acceptance(invitation);

        Assert.Equal(ChangeOutcome.Stale, await ChangeAsync(acceptance with { UnexpiredAt = expiry.AddDays(1) }));
        Assert.Equal(ChangeOutcome.Stale, await ChangeAsync(acceptance with { UnexpiredAt = expiry }));
        Fields.AreEqual(invitation, await ReadAsync(invitation));
        Assert.Equal(ChangeOutcome.Applied, await ChangeAsync(acceptance with { UnexpiredAt = expiry.AddMicroseconds(-1) }));
    }

    [Fact]
    public async Task What_does_not_expire_is_always_unexpired_and_what_expired_can_be_changed_where_that_is_not_asked()
    {
        var tenant = SampleInvitations.NewTenant();
        var endless = SampleInvitations.Pending(tenant) with { ExpiresAt = null };
        var expired = SampleInvitations.Pending(tenant) with { ExpiresAt = SampleInvitations.Now.AddYears(-1) };
        await AddAsync(endless, expired);

        Assert.Equal(ChangeOutcome.Applied, await ChangeAsync(SampleInvitations.Acceptance(endless) with { UnexpiredAt = SampleInvitations.Now.AddYears(50) }));
        Assert.Equal(ChangeOutcome.Applied, await ChangeAsync(SampleInvitations.Acceptance(expired)));
    }

    [Fact]
    public async Task Each_change_of_a_chunk_is_judged_alone_and_answered_in_order()
    {
        var tenant = SampleInvitations.NewTenant();
        var (first, second, third) = (SampleInvitations.Pending(tenant), SampleInvitations.Pending(tenant), SampleInvitations.Pending(tenant));
        await AddAsync(first, second, third);
        await using var session = await OpenAsync();

        var outcomes = await session.Invitations.ChangeAsync(
            [
                SampleInvitations.Acceptance(third),
                SampleInvitations.Acceptance(second) with { ExpectedVersion = 9 },
                SampleInvitations.Change(first, invitation => invitation with { Recipient = second.Recipient }),
            ],
            Cancellation);

        Assert.Equal([ChangeOutcome.Applied, ChangeOutcome.Stale, ChangeOutcome.KeyTaken], outcomes);
        Assert.Equal(InvitationStatus.Accepted, (await ReadAsync(third))?.Status);
        Fields.AreEqual(second, await ReadAsync(second));
        Fields.AreEqual(first, await ReadAsync(first));
        Assert.Empty(await session.Invitations.ChangeAsync([], Cancellation));
    }

    [Theory]
    [InlineData(InvitationStatus.Accepted)]
    [InlineData(InvitationStatus.Declined)]
    [InlineData(InvitationStatus.Revoked)]
    [InlineData(InvitationStatus.Expired)]
    public async Task An_end_frees_the_keys_at_once(InvitationStatus status)
    {
        var invitation = SampleInvitations.Pending(SampleInvitations.NewTenant()) with { CodeLookup = SampleInvitations.NewText("code"), CodeLength = 10 };
        await AddAsync(invitation);

        Assert.Equal(ChangeOutcome.Applied, await ChangeAsync(SampleInvitations.Change(invitation, it => it with { Status = status })));

        await AddAsync(invitation with { Id = Guid.CreateVersion7(SampleInvitations.Now) });
    }

    [Fact]
    public async Task An_edit_takes_the_new_keys_and_frees_the_former_ones()
    {
        var tenant = SampleInvitations.NewTenant();
        var before = SampleInvitations.Pending(tenant) with { CodeLookup = SampleInvitations.NewText("code"), CodeLength = 10 };
        var edit = SampleInvitations.Change(before, it => it with
        {
            Recipient = new() { Email = $"{SampleInvitations.NewText("new")}@example.com" },
            CodeLookup = SampleInvitations.NewText("code"),
        });
        await AddAsync(before);

        Assert.Equal(ChangeOutcome.Applied, await ChangeAsync(edit));

        await using var session = await OpenAsync();
        Assert.Null(await session.Invitations.FindByCodeAsync(tenant, [before.CodeLookup], Cancellation));
        Assert.Equal(before.Id, (await session.Invitations.FindByCodeAsync(tenant, [edit.Updated.CodeLookup!], Cancellation))?.Id);
        Assert.Empty(await session.Invitations.FindOpenAsync(tenant, [.. UniqueKey.Of(before)], Cancellation));
        Assert.Equal(edit.Updated.Version, Assert.Single(await session.Invitations.FindOpenAsync(tenant, [.. UniqueKey.Of(edit.Updated)], Cancellation)).Version);
        Assert.Single(await session.Invitations.AddAsync([SampleInvitations.Pending(tenant, edit.Updated.Recipient.Email)], Cancellation));
        Assert.Empty(await session.Invitations.AddAsync([SampleInvitations.Pending(tenant, before.Recipient.Email)], Cancellation));
    }

    [Fact]
    public async Task An_edit_to_a_key_that_another_open_invitation_holds_changes_nothing()
    {
        var tenant = SampleInvitations.NewTenant();
        var (holder, invitation) = (SampleInvitations.Pending(tenant), SampleInvitations.Pending(tenant));
        await AddAsync(holder, invitation);
        var edit = SampleInvitations.Change(invitation, it => it with { Recipient = holder.Recipient });

        Assert.Equal(ChangeOutcome.KeyTaken, await ChangeAsync(edit));
        Fields.AreEqual(invitation, await ReadAsync(invitation));

        Assert.Equal(ChangeOutcome.Applied, await ChangeAsync(SampleInvitations.Acceptance(holder)));
        Assert.Equal(ChangeOutcome.Applied, await ChangeAsync(edit));
    }

    [Fact]
    public async Task Reopening_an_expired_invitation_takes_its_keys_back_or_finds_them_taken()
    {
        var tenant = SampleInvitations.NewTenant();
        var (first, second) = (SampleInvitations.Pending(tenant), SampleInvitations.Pending(tenant));
        (first, second) = (first with { Status = InvitationStatus.Expired }, second with { Status = InvitationStatus.Expired });
        await AddAsync(first, second, SampleInvitations.Pending(tenant, second.Recipient.Email));

        Assert.Equal(ChangeOutcome.Applied, await ChangeAsync(SampleInvitations.Change(first, it => it with { Status = InvitationStatus.Pending })));
        Assert.Equal(ChangeOutcome.KeyTaken, await ChangeAsync(SampleInvitations.Change(second, it => it with { Status = InvitationStatus.Pending })));

        await using var session = await OpenAsync();
        Assert.Single(await session.Invitations.AddAsync([SampleInvitations.Pending(tenant, first.Recipient.Email)], Cancellation));
    }

    [Fact]
    public async Task A_key_that_one_change_frees_can_be_taken_by_the_next_of_the_same_call()
    {
        var tenant = SampleInvitations.NewTenant();
        var (first, second) = (SampleInvitations.Pending(tenant), SampleInvitations.Pending(tenant));
        await AddAsync(first, second);
        await using var session = await OpenAsync();

        var outcomes = await session.Invitations.ChangeAsync(
            [
                SampleInvitations.Change(first, it => it with { Status = InvitationStatus.Revoked }),
                SampleInvitations.Change(second, it => it with { Recipient = first.Recipient }),
            ],
            Cancellation);

        Assert.Equal([ChangeOutcome.Applied, ChangeOutcome.Applied], outcomes);
        Assert.Equal(
            second.Id,
            Assert.Single(await session.Invitations.FindOpenAsync(tenant, [.. UniqueKey.Of(first)], Cancellation)).Id);
    }

    private async Task<ChangeOutcome> ChangeAsync(InvitationChange change)
    {
        await using var session = await OpenAsync();
        return Assert.Single(await session.Invitations.ChangeAsync([change], Cancellation));
    }
}
