using Invitations.Tests.Accepting.Fixture;

namespace Invitations.Tests.Accepting;

public sealed class AcceptanceHandlerTests
{
    private static readonly Acceptor Ana = Acceptor.User("u-ana", ["ana@example.com"]);

    [Fact]
    public async Task The_handler_is_called_once_with_the_grant_the_profile_and_the_acceptor()
    {
        await using var site = new Site();
        var id = await site.InviteAsync(new Invite("ana@example.com") { Groups = ["design"], FirstName = "Ana" });

        await site.AcceptAsync(await site.TokenAsync(id), Ana);

        var call = Assert.Single(site.Memberships.Calls);
        Assert.Equal((Site.Acme, id), (call.Tenant, call.Invitation.Id));
        Assert.Equal(["design"], call.Grant.Groups);
        Assert.Equal("Ana", call.Profile.FirstName);
        Assert.Same(Ana, call.Acceptor);
    }

    [Fact]
    public async Task The_handler_runs_inside_the_transaction_that_has_claimed_the_invitation()
    {
        await using var site = new Site();
        var id = await site.InviteAsync("ana@example.com");
        var outside = InvitationStatus.Draft;
        site.Memberships.Script = async context =>
        {
            Assert.Equal(InvitationStatus.Accepted, context.Invitation.Status);
            outside = (await Task.Run(() => site.StoredAsync(id))).Status;
            return null;
        };

        Assert.True((await site.AcceptAsync(await site.TokenAsync(id), Ana)).Succeeded);

        Assert.Equal(InvitationStatus.Pending, outside);
        Assert.Equal(InvitationStatus.Accepted, (await site.StoredAsync(id)).Status);
    }

    [Fact]
    public async Task A_handler_that_throws_leaves_everything_as_it_was_and_a_retry_works()
    {
        await using var site = new Site();
        var id = await site.InviteAsync("ana@example.com");
        var secret = await site.TokenAsync(id);
        var (stored, trail, deliveries) = (await site.StoredAsync(id), await site.TrailAsync(id), await site.DeliveriesAsync(id));
        site.Memberships.Script = _ => throw new TimeoutException("The host's database is away.");

        await Assert.ThrowsAsync<TimeoutException>(() => site.AcceptAsync(secret, Ana));

        Assert.Equal(stored, await site.StoredAsync(id));
        Assert.Equal(trail, await site.TrailAsync(id));
        Assert.Equal(deliveries, await site.DeliveriesAsync(id));
        site.Memberships.Script = _ => Task.FromResult<AcceptanceOutcome?>(null);
        Assert.False((await site.AcceptAsync(secret, Ana)).Acceptance!.IsRepeat);
        Assert.Single(site.Memberships.Rows);
    }

    [Fact]
    public async Task A_handler_that_refuses_leaves_everything_as_it_was_and_its_reasons_reach_the_person()
    {
        await using var site = new Site();
        var id = await site.InviteAsync("ana@example.com");
        var secret = await site.TokenAsync(id);
        var (stored, trail) = (await site.StoredAsync(id), await site.TrailAsync(id));
        site.Memberships.Script = _ => Task.FromResult<AcceptanceOutcome?>(
            AcceptanceOutcome.Refused(new InvitationError("seats.exhausted") { Text = "All seats are taken." }, new InvitationError("plan.expired")));

        var result = await site.AcceptAsync(secret, Ana);

        Assert.Equal(["seats.exhausted", "plan.expired"], result.Errors.Select(error => error.Code));
        Assert.Equal(("seats.exhausted", "All seats are taken."), (result.PublicError!.Code, result.PublicError.Message));
        Assert.Equal(stored, await site.StoredAsync(id));
        Assert.Equal(trail, await site.TrailAsync(id));
        site.Memberships.Script = _ => Task.FromResult<AcceptanceOutcome?>(null);
        Assert.True((await site.AcceptAsync(secret, Ana)).Succeeded);
    }

    [Fact]
    public async Task A_handler_that_joins_somebody_else_than_who_is_signed_in_joins_nobody()
    {
        await using var site = new Site();
        var id = await site.InviteAsync("ana@example.com");
        site.Memberships.Script = _ => Task.FromResult<AcceptanceOutcome?>(AcceptanceOutcome.Joined("u-mallory"));

        var error = await Assert.ThrowsAsync<InvalidOperationException>(async () => await site.AcceptAsync(await site.TokenAsync(id), Ana));

        Assert.StartsWith("INV011", error.Message, StringComparison.Ordinal);
        Assert.Equal(InvitationStatus.Pending, (await site.StoredAsync(id)).Status);
    }

    [Fact]
    public async Task A_call_that_is_cancelled_in_the_handler_accepts_nothing()
    {
        await using var site = new Site();
        var id = await site.InviteAsync("ana@example.com");
        site.Memberships.Script = _ => throw new OperationCanceledException();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await site.AcceptAsync(await site.TokenAsync(id), Ana));

        Assert.Equal(InvitationStatus.Pending, (await site.StoredAsync(id)).Status);
    }

    [Fact]
    public void A_refusal_has_a_reason_and_a_member_has_an_id()
    {
        Assert.Throws<ArgumentException>(() => AcceptanceOutcome.Refused());
        Assert.Throws<ArgumentException>(() => AcceptanceOutcome.Joined(" "));
    }
}
