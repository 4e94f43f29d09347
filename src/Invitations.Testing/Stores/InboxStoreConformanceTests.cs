using Invitations.Stores;

namespace Invitations.Testing;

/// <summary>A person's open invitations, whichever tenants invited.</summary>
/// <param name="fixture">The store under test.</param>
public abstract class InboxStoreConformanceTests(StoreFixture fixture) : StoreConformanceTests(fixture)
{
    private static readonly DateTimeOffset Now = SampleInvitations.Now;

    private readonly string _email = $"{SampleInvitations.NewText("ana")}@example.com";

    [Fact]
    public async Task Open_invitations_of_all_tenants_come_the_latest_issued_first()
    {
        var old = Pending() with { IssuedAt = Now.AddDays(-2) };
        var latest = Pending() with { IssuedAt = Now };
        var between = Pending() with { IssuedAt = Now.AddDays(-1) };
        await AddAsync(old, latest, between, SampleInvitations.Pending(SampleInvitations.NewTenant()));

        Assert.Equal([latest.Id, between.Id, old.Id], await FindAsync(Key()));
        Assert.Equal([latest.Id, between.Id], await FindAsync([Key()], Now, take: 2));
        Assert.Empty(await FindAsync([Key()], Now, take: 0));
    }

    [Fact]
    public async Task Only_what_can_still_be_accepted_is_found()
    {
        var open = Pending() with { ExpiresAt = null };
        var late = Pending() with { ExpiresAt = Now.AddMicroseconds(1) };
        var expired = Pending() with { ExpiresAt = Now };
        var waiting = Pending() with { Status = InvitationStatus.AwaitingApproval };
        await AddAsync(open, late, expired, waiting);
        foreach (var status in new[] { InvitationStatus.Accepted, InvitationStatus.Declined, InvitationStatus.Revoked, InvitationStatus.Expired })
            await AddAsync(Pending() with { Status = status, EndedAt = Now });

        Assert.Equal(new HashSet<Guid> { open.Id, late.Id }, (await FindAsync(Key())).ToHashSet());
        Assert.Equal([open.Id], await FindAsync([Key()], Now.AddMicroseconds(1)));
    }

    [Fact]
    public async Task Any_of_the_keys_is_enough_and_each_invitation_comes_once()
    {
        var user = SampleInvitations.NewText("user");
        var phone = $"+4479{Random.Shared.NextInt64(10_000_000, 100_000_000)}";
        var both = SampleInvitations.Pending(SampleInvitations.NewTenant()) with { Recipient = new() { Email = _email, Phone = phone } };
        var byUser = SampleInvitations.Pending(SampleInvitations.NewTenant()) with { Recipient = new() { UserId = user } };
        await AddAsync(both, byUser);

        var found = await FindAsync(Key(), new(UniqueKeyKind.Phone, phone), new(UniqueKeyKind.User, user));

        Assert.Equal(2, found.Count);
        Assert.Equal(new HashSet<Guid> { both.Id, byUser.Id }, found.ToHashSet());
        Assert.Equal([both.Id], await FindAsync(new UniqueKey(UniqueKeyKind.Phone, phone)));
    }

    [Fact]
    public async Task Keys_are_compared_ordinally_and_within_their_kind()
    {
        await AddAsync(Pending());

        Assert.Empty(await FindAsync(new UniqueKey(UniqueKeyKind.Email, _email.ToUpperInvariant())));
        Assert.Empty(await FindAsync(new UniqueKey(UniqueKeyKind.User, _email)));
        Assert.Empty(await FindAsync());
    }

    [Fact]
    public async Task An_address_that_was_changed_is_found_no_more()
    {
        var invitation = Pending();
        await AddAsync(invitation);
        await using (var session = await OpenAsync())
        {
            var other = $"{SampleInvitations.NewText("bob")}@example.com";
            var change = SampleInvitations.Change(invitation, stored => stored with { Recipient = new() { Email = other } });
            await session.Invitations.ChangeAsync([change], Cancellation);
        }

        Assert.Empty(await FindAsync(Key()));
    }

    private Invitation Pending() => SampleInvitations.Pending(SampleInvitations.NewTenant(), _email);

    private UniqueKey Key() => new(UniqueKeyKind.Email, _email);

    private async Task AddAsync(params Invitation[] invitations)
    {
        await using var session = await OpenAsync();
        foreach (var invitation in invitations)
            Assert.Empty(await session.Invitations.AddAsync([invitation], Cancellation));
    }

    private Task<IReadOnlyList<Guid>> FindAsync(params UniqueKey[] keys) => FindAsync(keys, Now);

    private async Task<IReadOnlyList<Guid>> FindAsync(UniqueKey[] keys, DateTimeOffset now, int take = 100)
    {
        await using var session = await OpenAsync();
        var found = await session.Inbox.FindAsync(new() { Keys = keys, Now = now, Take = take }, Cancellation);
        return [.. found.Select(invitation => invitation.Id)];
    }
}
