using Invitations.Excel.Tests.Files;

namespace Invitations.Excel.Tests.Importing;

public sealed class CheckTests
{
    [Fact]
    public async Task A_dry_run_counts_what_would_become_of_every_row_and_writes_nothing()
    {
        await using var host = new ImportHost();
        await host.Get<IInvitationService>().InviteAsync(ImportHost.Tenant, new("bo@example.com"), ImportHost.Admin, cancellationToken: TestContext.Current.CancellationToken);

        var check = await host.CheckAsync("email,start_date\nana@example.com,2026-12-01\nbo@example.com,\nchen@example,\n,soon\ndirk@example.com,");

        Assert.Equal((5, 2, 0, 1, 3), (check.Counts.Rows, check.Counts.New, check.Counts.NeedApproval, check.Counts.AlreadyInvited, check.Counts.Refused));
        Assert.Equal(
            ["A3: invitation.already_pending", "A4: email.invalid", "5: recipient.missing", "B5: value.not_date"],
            check.Problems.Select(problem => problem.ToString()));
        Assert.Equal(1, check.Counts.Reasons["email.invalid"]);
        Assert.False(check.CanBeStaged);
        var all = await host.Get<IInvitationQueries>().ListAsync(ImportHost.Tenant, ImportHost.Admin, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Single(all.Items);
    }

    [Fact]
    public async Task All_problems_of_a_row_are_told_at_once_with_place_header_and_value()
    {
        await using var host = new ImportHost();

        var check = await host.CheckAsync(WorkbookFile.OfTexts(
            ["First name", "E-mail", "Start date", "Administrator", "Groups"], [null], ["see www.evil.example", "a@x.com, b@x.com", "soon", "perhaps", "Nowhere"]).ToBytes());

        Assert.Equal(
            [
                ("A", "First name", "see www.evil.example", "text.carries_url"),
                ("B", "E-mail", "a@x.com, b@x.com", "email.invalid"),
                ("C", "Start date", "soon", "value.not_date"),
                ("D", "Administrator", "perhaps", "value.not_boolean"),
                ("E", "Groups", "Nowhere", "group.unknown"),
            ],
            check.Problems.Select(problem => (problem.Column!, problem.Header!, problem.Value!, problem.Code)));
        Assert.All(check.Problems, problem => Assert.Equal(3, problem.Row));
    }

    [Fact]
    public async Task More_problems_than_are_listed_are_told_as_such()
    {
        await using var host = new ImportHost();

        var check = await host.CheckAsync("email\na\nb\nc\nd", new() { MaxProblems = 2 });

        Assert.Equal(["A2: email.invalid", "A3: email.invalid", ": problems.too_many"], check.Problems.Select(problem => problem.ToString()));
        Assert.Equal((4, 4), (check.ProblemCount, check.Counts.Refused));
    }

    [Fact]
    public async Task A_row_wins_over_the_options_of_the_batch()
    {
        await using var host = new ImportHost(new() { Roles = ["editor", "admin"] });
        var options = new ImportOptions { Invite = new() { Roles = ["admin"], Language = "fr" } };

        var staged = await host.StageAsync("email,admin,language\nana@example.com,FALSE,nl\nbo@example.com,,", options);
        await host.Get<IInvitationBatches>().SendAsync(ImportHost.Tenant, staged.Batch!.Id, ImportHost.Admin, cancellationToken: TestContext.Current.CancellationToken);

        var sent = await host.Get<IInvitationQueries>().ListAsync(ImportHost.Tenant, ImportHost.Admin, cancellationToken: TestContext.Current.CancellationToken);
        var ana = sent.Items.Single(invitation => invitation.Recipient.Email == "ana@example.com");
        var bo = sent.Items.Single(invitation => invitation.Recipient.Email == "bo@example.com");
        Assert.Equal(("nl", 0), (ana.Profile.Language, ana.Grant.Roles.Count));
        Assert.Equal(("fr", "admin"), (bo.Profile.Language, Assert.Single(bo.Grant.Roles)));
    }

    [Fact]
    public async Task Whoever_may_not_invite_gets_the_same_refusals_as_on_every_other_way()
    {
        await using var host = new ImportHost();

        var check = await host.CheckAsync("email\nana@example.com", inviter: Inviter.Member("user-max"));

        Assert.Equal("2: inviter.not_permitted", Assert.Single(check.Problems).ToString());
        Assert.False(check.CanBeStaged);
    }

    [Fact]
    public async Task A_column_of_numbers_where_a_zero_or_plus_may_be_lost_is_told_once()
    {
        await using var host = new ImportHost(new() { PhoneRegion = "GB" });
        var file = WorkbookFile.Of(WorkbookFile.RowsOf(["phone"]) + "<row><c><v>7911123456</v></c></row><row><c><v>7911123457</v></c></row>");

        var check = await host.CheckAsync(file.ToBytes());

        var problem = Assert.Single(check.Problems);
        Assert.Equal(("A: number.zeros_lost", true), (problem.ToString(), problem.IsWarning));
        Assert.Equal(2, check.Counts.New);
    }

    [Theory]
    [InlineData("", "file.empty")]
    [InlineData("\n\n \n", "file.empty")]
    [InlineData("email", "batch.empty")]
    [InlineData("<html></html>", "file.format_unsupported")]
    public async Task A_file_without_people_is_refused_as_a_whole(string file, string code)
    {
        await using var host = new ImportHost();

        Assert.Equal(code, Assert.Single((await host.CheckAsync(file)).Problems).Code);
        Assert.Equal(code, Assert.Single((await host.StageAsync(file)).Problems).Code);
    }

    [Fact]
    public async Task More_rows_than_a_batch_may_have_are_one_problem()
    {
        await using var host = new ImportHost();
        var file = "email\n" + string.Join('\n', Enumerable.Range(0, 600).Select(i => $"person-{i}@example.com"));

        var check = await host.CheckAsync(file);
        var staged = await host.StageAsync(file);

        var problem = Assert.Single(check.Problems);
        Assert.Equal(("batch.too_large", 500, 600), (problem.Code, (int)problem.Error.Arguments["limit"], (int)problem.Error.Arguments["count"]));
        Assert.False(check.CanBeStaged);
        Assert.Equal("batch.too_large", Assert.Single(staged.Problems).Code);
        Assert.Null(staged.Batch);
    }
}
