using Invitations.Tests.Hosting;

namespace Invitations.Tests.Inviting;

public sealed class AllOrNothingTests : IDisposable
{
    private static readonly InviteOptions AllOrNothing = new() { Mode = BatchMode.AllOrNothing };

    private readonly TestHost _host = new(options: options => options.ChunkSize = 2);

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task Right_rows_go_in_together()
    {
        var result = await _host.InviteAsync(People.Of(5), AllOrNothing);

        Assert.True(result.Succeeded);
        Assert.Equal(1, _host.Calls.Count("Transaction.Execute"));
        var content = await _host.ReadAsync();
        Assert.Equal(5, content.Invitations.Count);
        Assert.All(content.Invitations, invitation => Assert.Equal(result.BatchId, invitation.BatchId));
        Assert.Equal([1, 2, 3, 4, 5], content.Invitations.Select(invitation => invitation.BatchRow).Order());
    }

    [Fact]
    public async Task One_wrong_row_refuses_all_and_nothing_is_written()
    {
        Invite[] invites = [.. People.Of(4), new("nonsense"), new() { Row = 60 }, new("person2@example.com")];
        _host.Calls.Clear();

        var result = await _host.InviteAsync(invites, AllOrNothing);

        Assert.False(result.Succeeded);
        Assert.Null(result.BatchId);
        ResultAssertions.AssertError(Assert.Single(result.Errors), "batch.refused", null, ("refused", 3));
        Assert.Equal(4, result.Count(InviteOutcome.NotDone));
        Assert.All(result.Rows.Take(4), row => Assert.Equal((InviteOutcome.NotDone, 0, false), (row.Outcome, row.Errors.Count, row.Succeeded)));
        result.Rows[4].AssertRefused("email.invalid", "email");
        result.Rows[5].AssertRefused("recipient.missing", null);
        result.Rows[6].AssertRefused("row.duplicate", "email", ("row", 2), ("field", "email"));
        Assert.DoesNotContain(_host.Calls.All, call => call.Name is not "Invitations.FindOpen");
        Assert.Empty(_host.Events.All);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_race_that_is_lost_at_writing_rolls_everything_back(bool withKey)
    {
        await _host.InviteAsync(new Invite("old@example.com"));
        _host.Clock.Advance(TimeSpan.FromDays(8));
        _host.Events.All.Clear();
        LoseRace("person3@example.com");

        var result = await _host.InviteAsync([.. People.Of(5), new("old@example.com")], AllOrNothing with { IdempotencyKey = withKey ? "k" : null });

        ResultAssertions.AssertError(Assert.Single(result.Errors), "batch.refused", null, ("refused", 1));
        Assert.Null(result.BatchId);
        result.Rows[2].AssertRefused("invitation.already_pending", "email", ("since", _host.Clock.GetUtcNow()));
        Assert.Equal(5, result.Count(InviteOutcome.NotDone));
        var content = await _host.ReadAsync();
        Assert.Equal(["old@example.com", "person3@example.com"], content.Invitations.Select(invitation => invitation.Recipient.Email));
        Assert.Equal(InvitationStatus.Pending, content.OfEmail("old@example.com").Status);
        Assert.Equal(2, _host.Events.All.Count);
        Assert.All(_host.Events.All, told => Assert.Equal("person3@example.com", told.Invitation.Recipient.Email));
    }

    [Fact]
    public async Task A_race_that_is_lost_tells_nobody_of_what_was_rolled_back_for_one_person_either()
    {
        await _host.InviteAsync(new Invite("ana@example.com") { EmployeeId = "E-1" });
        _host.Clock.Advance(TimeSpan.FromDays(8));
        _host.Events.All.Clear();
        LoseRace("bob@example.com");

        var result = await _host.InviteAsync(new Invite("bob@example.com") { EmployeeId = "E-1" }, AllOrNothing);

        result.AssertRefused("invitation.already_pending", "email", ("since", _host.Clock.GetUtcNow()));
        Assert.DoesNotContain(_host.Events.All, told => told.Kind == InvitationEventKind.Expired);
        Assert.Equal(InvitationStatus.Pending, (await _host.ReadAsync()).OfEmail("ana@example.com").Status);
    }

    [Fact]
    public async Task The_host_s_handler_is_not_called_for_what_is_rolled_back()
    {
        var grants = new RecordingDirectGrants();
        using var host = new TestHost(accounts: new FakeAccounts(new Account { UserId = "u-1", Email = "ana@example.com" }), directGrants: grants);
        var isFirst = true;
        host.Calls.Before = async call =>
        {
            if (call.Name != "Transaction.Execute" || !isFirst)
                return;
            isFirst = false;
            await host.InviteAsync(new Invite("bob@example.com"));
        };

        var result = await host.InviteAsync(
            [new("ana@example.com"), new("bob@example.com")], AllOrNothing with { WhenAccountExists = WhenAccountExists.GrantDirectly });

        Assert.Equal([InviteOutcome.NotDone, InviteOutcome.Refused], result.Outcomes());
        Assert.Empty(grants.Granted);
    }

    [Fact]
    public async Task Valid_rows_only_writes_the_right_rows_and_reports_the_others()
    {
        LoseRace("person3@example.com");

        var result = await _host.InviteAsync([.. People.Of(4), new("nonsense")]);

        Assert.Equal([InviteOutcome.Invited, InviteOutcome.Invited, InviteOutcome.Refused, InviteOutcome.Invited, InviteOutcome.Refused], result.Outcomes());
        Assert.False(result.Succeeded);
        Assert.Empty(result.Errors);
        Assert.Equal(4, (await _host.ReadAsync()).Invitations.Count);
    }

    [Fact]
    public async Task A_list_of_which_nothing_was_written_has_no_batch()
    {
        Assert.Null((await _host.InviteAsync([new("nonsense"), new()])).BatchId);
        Assert.Null((await _host.InviteAsync(People.Of(2), new InviteOptions { DryRun = true })).BatchId);
        Assert.NotNull((await _host.InviteAsync([new("ana@example.com"), new()])).BatchId);
    }

    [Fact]
    public async Task A_dry_run_says_what_all_or_nothing_would_do()
    {
        Invite[] invites = [.. People.Of(3), new("nonsense")];

        var dry = await _host.InviteAsync(invites, AllOrNothing with { DryRun = true });
        var real = await _host.InviteAsync(invites, AllOrNothing);

        SameResults.Assert(real.Rows, dry.Rows);
        Assert.Equal(real.Errors.Select(error => error.Code), dry.Errors.Select(error => error.Code));
    }

    [Fact]
    public async Task A_stream_is_read_to_its_end_before_anything_is_written()
    {
        var rows = await _host.InviteStreamAsync(People.Of(5).Append(new("nonsense")).ToAsyncEnumerable(), AllOrNothing);

        Assert.Equal([.. Enumerable.Repeat(InviteOutcome.NotDone, 5), InviteOutcome.Refused], rows.Select(row => row.Outcome));
        Assert.Empty((await _host.ReadAsync()).Invitations);
        Assert.All(await _host.InviteStreamAsync(People.Of(5).ToAsyncEnumerable(), AllOrNothing), row => row.AssertSucceeded());
    }

    /// <summary>Somebody else invites the person between the review and the writing.</summary>
    private void LoseRace(string email)
    {
        var reviewed = 0;
        _host.Calls.Before = async call =>
        {
            if (call.Name != "Transaction.Execute" || Interlocked.Exchange(ref reviewed, 1) == 1)
                return;
            _host.Calls.Before = null;
            await _host.InviteAsync(new Invite(email));
        };
    }
}
