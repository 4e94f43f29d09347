using Invitations.Tests.Hosting;

namespace Invitations.Tests.Inviting;

public sealed class DirectGrantTests
{
    private static readonly InviteOptions Directly = new() { WhenAccountExists = WhenAccountExists.GrantDirectly };
    private static readonly Account Ana = new() { UserId = "u-1", Email = "ana@example.com", Phone = "+447911123456", IsMember = true };
    private static readonly TenantSettings Settings = new() { Groups = [new("g1")], Roles = ["editor"] };

    [Fact]
    public async Task Somebody_with_an_account_gets_the_grant_at_once_and_no_invitation()
    {
        var grants = new RecordingDirectGrants();
        using var host = new TestHost(Settings, accounts: new FakeAccounts(Ana), directGrants: grants);
        var invite = new Invite("Ana@example.com") { Groups = ["g1"], Roles = ["editor"], Metadata = new Dictionary<string, string> { ["plan"] = "gold" } };

        var result = await host.InviteAsync([invite, new("bob@example.com")], Directly);

        Assert.Equal([InviteOutcome.GrantedDirectly, InviteOutcome.Invited], result.Outcomes());
        Assert.Equal((null, null), (result.Rows[0].InvitationId, result.Rows[0].ExpiresAt));
        Assert.Equal("ana@example.com", result.Rows[0].Recipient?.Email);
        var granted = Assert.Single(grants.Granted);
        Assert.Equal(("acme", "u-1", "u-admin", "gold"), (granted.Tenant.Value, granted.Account.UserId, granted.Inviter.UserId, granted.Metadata["plan"]));
        Assert.Equal(["g1"], granted.Grant.Groups);
        Assert.Equal(["editor"], granted.Grant.Roles);
        Assert.Equal("bob@example.com", Assert.Single((await host.ReadAsync()).Invitations).Recipient.Email);
    }

    [Fact]
    public async Task The_trail_says_who_was_granted_what()
    {
        using var host = new TestHost(Settings, accounts: new FakeAccounts(Ana), directGrants: new RecordingDirectGrants());

        await host.InviteAsync(new Invite("ana@example.com") { Groups = ["g1"] }, Directly);

        var entries = (IReadOnlyList<AuditEntry>)Assert.Single(host.Calls.All, call => call.Name == "Audit.Append").Argument!;
        var entry = Assert.Single(entries);
        Assert.Equal((null, AuditAction.GrantedDirectly, "u-admin"), (entry.InvitationId, entry.Action, entry.Actor));
        Assert.Equal(("u-1", "Member", "g1"), (entry.Details["user"], entry.Details["kind"], entry.Details["groups"]));
    }

    [Fact]
    public async Task A_direct_grant_is_judged_like_an_invitation()
    {
        var grants = new RecordingDirectGrants();
        using var host = new TestHost(Settings, accounts: new FakeAccounts(Ana), directGrants: grants);

        (await host.InviteAsync(new Invite("ana@example.com") { Groups = ["g1"], Roles = ["editor"] }, Directly, Inviter.GroupAdmin("u-2", ["g1"])))
            .AssertRefused("role.not_permitted", "roles", ("role", "editor"));

        Assert.Empty(grants.Granted);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Without_a_handler_the_host_is_told_to_register_one_before_anything_is_done(bool isDryRun)
    {
        using var host = new TestHost(Settings);

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => host.InviteAsync(People.Of(2), Directly with { DryRun = isDryRun }));

        Assert.StartsWith("INV007", exception.Message, StringComparison.Ordinal);
        Assert.Contains("AddDirectGrantHandler<", exception.Message, StringComparison.Ordinal);
        Assert.Empty((await host.ReadAsync()).Invitations);
    }

    [Theory]
    [InlineData(BatchMode.ValidRowsOnly)]
    [InlineData(BatchMode.AllOrNothing)]
    public async Task A_handler_that_throws_undoes_the_chunk(BatchMode mode)
    {
        var grants = new RecordingDirectGrants { Failure = _ => new TimeoutException("The directory is down.") };
        using var host = new TestHost(Settings, accounts: new FakeAccounts(Ana), directGrants: grants);
        Invite[] invites = [new("bob@example.com"), new("ana@example.com"), new("cleo@example.com")];
        var options = Directly with { Mode = mode, IdempotencyKey = "k" };

        var exception = await Assert.ThrowsAsync<TimeoutException>(() => host.InviteAsync(invites, options));

        Assert.Equal("The directory is down.", exception.Message);
        var content = await host.ReadAsync();
        Assert.Empty(content.Invitations);
        Assert.Empty(host.Events.All);
        grants.Failure = null;
        Assert.Equal([InviteOutcome.Invited, InviteOutcome.GrantedDirectly, InviteOutcome.Invited], (await host.InviteAsync(invites, options)).Outcomes());
    }

    [Fact]
    public async Task Two_rows_about_one_account_are_one_grant_and_one_duplicate()
    {
        var grants = new RecordingDirectGrants();
        using var host = new TestHost(Settings, options => options.ChunkSize = 1, accounts: new FakeAccounts(Ana), directGrants: grants);

        var result = await host.InviteAsync([new("ana@example.com"), new() { Phone = Ana.Phone }], Directly);
        var stream = await host.InviteStreamAsync(new Invite[] { new("ana@example.com"), new() { Phone = Ana.Phone } }.ToAsyncEnumerable(), Directly);

        Assert.Equal([InviteOutcome.GrantedDirectly, InviteOutcome.Refused], result.Outcomes());
        result.Rows[1].AssertRefused("row.duplicate", "phone", ("row", 1), ("field", "phone"));
        Assert.Equal([InviteOutcome.GrantedDirectly, InviteOutcome.Refused], stream.Select(row => row.Outcome));
        Assert.Equal(2, grants.Granted.Count);
    }

    [Fact]
    public async Task A_row_with_the_addresses_of_two_accounts_is_granted_to_neither()
    {
        var grants = new RecordingDirectGrants();
        using var host = new TestHost(
            Settings, accounts: new FakeAccounts(Ana with { Phone = null }, new Account { UserId = "u-2", Phone = Ana.Phone }), directGrants: grants);

        (await host.InviteAsync(new Invite("ana@example.com") { Phone = Ana.Phone }, Directly)).AssertRefused("account.exists", "email");

        Assert.Empty(grants.Granted);
    }

    [Fact]
    public async Task A_dry_run_calls_no_handler()
    {
        var grants = new RecordingDirectGrants();
        using var host = new TestHost(Settings, accounts: new FakeAccounts(Ana), directGrants: grants);

        (await host.InviteAsync(new Invite("ana@example.com"), Directly with { DryRun = true })).AssertSucceeded(InviteOutcome.GrantedDirectly);

        Assert.Empty(grants.Granted);
    }

    [Fact]
    public async Task A_direct_grant_leaves_an_open_invitation_alone()
    {
        var accounts = new FakeAccounts();
        using var host = new TestHost(Settings, accounts: accounts, directGrants: new RecordingDirectGrants());
        await host.InviteAsync(new Invite("ana@example.com"));
        accounts.Accounts = [Ana];

        (await host.InviteAsync(new Invite("ana@example.com"), Directly)).AssertSucceeded(InviteOutcome.GrantedDirectly);

        Assert.Equal(1, (await host.ReadAsync()).OfEmail("ana@example.com").Version);
    }
}
