using Invitations.Tests.Hosting;

namespace Invitations.Tests.Batches;

public sealed class StagingTests : IDisposable
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private readonly TestHost _host = new(BatchCalls.Large, options => options.ChunkSize = 10);

    [Fact]
    public async Task A_staged_batch_has_its_name_its_counts_and_its_stager_and_nobody_is_invited()
    {
        var result = await _host.StageAsync(People.Of(25), new() { Name = "  Night shift,  London " });

        Assert.True(result.Succeeded);
        var batch = Assert.Single((await _host.OnBatchesAsync(it => it.ListAsync(TestHost.Acme, TestHost.Admin, null, Cancel))).Items);
        Assert.Equal(result.Batch, batch);
        Assert.Equal(
            ("Night shift, London", InvitationBatchStatus.Staged, new InvitationBatchCounts(25, 0, 0, 0), "u-admin", _host.Clock.GetUtcNow()),
            (batch.Name, batch.Status, batch.Counts, batch.CreatedBy, batch.StagedAt!.Value));
        Assert.Empty((await _host.ReadAsync()).Invitations);
        Assert.Equal([AuditAction.BatchStaged], await _host.TrailAsync(batch));
        Assert.Equal([InvitationBatchEventKind.Staged], _host.Events.OfBatches.Select(raised => raised.Kind));
    }

    [Fact]
    public async Task A_row_keeps_everything_that_was_said_about_the_person()
    {
        using var host = new TestHost(new TenantSettings
        {
            Fields = [new() { Key = "shoe_size" }],
            Groups = [new("design", "Design")],
            Products = ["chat"],
            Roles = ["viewer", "admin"],
        });
        var invite = new Invite("Ana@Example.com")
        {
            Phone = "+32 470 12 34 56",
            IdentifierKind = IdentifierKinds.PersonnelNumber,
            Identifier = "0042",
            FirstName = "Ana",
            LastName = "Müller 李",
            JobTitle = "Designer",
            Department = "R&D",
            LineManager = "Bob",
            StartDate = new(2027, 1, 4),
            EmployeeId = "E-7",
            Language = "nl-BE",
            Fields = new Dictionary<string, string> { ["shoe_size"] = "41" },
            Kind = GrantKind.Member,
            Roles = ["viewer"],
            Admin = true,
            Groups = ["Design"],
            Products = ["chat"],
            MembershipEndsAt = new DateTimeOffset(2027, 6, 1, 0, 0, 0, TimeSpan.Zero),
            PersonalMessage = "Hello\nthere \"you\"",
            Metadata = new Dictionary<string, string> { ["crm"] = "17" },
            RedirectPath = "/welcome",
            Row = 12,
        };
        var batch = (await host.StageAsync([invite])).Batch!;

        var row = Assert.Single(await host.RowsAsync(batch));

        Assert.Equal((1, 12, BatchRowStatus.Waiting, "ana@example.com"), (row.Position, row.Row, row.Status, row.Recipient!.Email));
        Assert.Equivalent(invite, row.Invite, strict: true);
    }

    [Fact]
    public async Task One_wrong_row_refuses_the_whole_batch_and_every_wrong_row_is_reported()
    {
        var result = await _host.StageAsync([.. People.Of(12), new("nobody"), .. People.Of(12, 13), new Invite { Phone = "12" }]);

        Assert.Equal(["batch.refused"], result.Errors.Codes());
        Assert.Equal(2, result.Errors[0].Arguments["refused"]);
        Assert.Null(result.Batch);
        Assert.Equal(2, result.RefusedCount);
        Assert.Equal([13, 26], result.Refused.Select(row => row.Row));
        Assert.Equal([["email.invalid"], ["phone.country_code_missing"]], result.Refused.Select(row => row.Codes()));
        Assert.Empty(await _host.StoredBatchesAsync());
        Assert.Empty(await _host.StoredRowsAsync());
    }

    [Fact]
    public async Task With_valid_rows_only_the_wrong_ones_stay_out_and_say_why()
    {
        var result = await _host.StageAsync([.. People.Of(12), new("nobody"), .. People.Of(12, 13)], new() { Mode = BatchMode.ValidRowsOnly });

        Assert.True(result.Succeeded);
        Assert.Equal(new InvitationBatchCounts(24, 0, 1, 0), result.Batch!.Counts);
        Assert.Equal(["email.invalid"], Assert.Single(result.Refused).Codes());
        var refused = Assert.Single(await _host.RowsAsync(result.Batch), row => row.Status is BatchRowStatus.Refused);
        Assert.Equal((13, null), (refused.Row, refused.Invite));
        Assert.Equal(["email.invalid"], refused.Errors.Codes());
        Assert.All(await _host.StoredRowsAsync(), row => Assert.Equal(row.Position == 13, row.Content is null));
    }

    [Fact]
    public async Task Where_no_row_is_right_there_is_no_batch_in_either_mode()
    {
        var result = await _host.StageAsync([new("nobody")], new() { Mode = BatchMode.ValidRowsOnly });

        Assert.Equal(["batch.refused"], result.Errors.Codes());
        Assert.Empty(await _host.StoredBatchesAsync());
    }

    [Fact]
    public async Task What_was_wrong_with_a_row_before_it_was_one_is_reported_with_everything_else()
    {
        StagingRow[] rows =
        [
            new(new("ana@example.com")),
            new(new("nobody") { Row = 3 }) { Problems = [new("value.not_date", "start_date")] },
        ];

        var result = await _host.StageAsync(rows.ToAsyncEnumerable());

        Assert.Equal(["email.invalid", "value.not_date"], Assert.Single(result.Refused).Codes());
    }

    [Fact]
    public async Task Two_rows_about_one_person_are_found_however_far_apart()
    {
        var result = await _host.StageAsync([.. People.Of(35), new("PERSON3@example.com")]);

        Assert.Equal(3, Assert.Single(Assert.Single(result.Refused).Errors, error => error.Code == "row.duplicate").Arguments["row"]);
    }

    [Fact]
    public async Task An_empty_list_is_no_batch()
    {
        Assert.Equal(["batch.empty"], (await _host.StageAsync([])).Errors.Codes());
        Assert.Empty(await _host.StoredBatchesAsync());
    }

    [Fact]
    public async Task One_row_more_than_may_be_refuses_the_batch_and_no_row_is_read_beyond_it()
    {
        using var host = new TestHost(new TenantSettings { BatchSize = 25 }, options => options.ChunkSize = 10);
        var read = 0;
        IEnumerable<StagingRow> Endless()
        {
            while (true)
                yield return new(People.Person(++read));
        }

        var result = await host.StageAsync(Endless().ToAsyncEnumerable());

        Assert.Equal(["batch.too_large"], result.Errors.Codes());
        Assert.Equal(26, read);
        Assert.Empty(await host.StoredRowsAsync());
        Assert.True((await host.StageAsync(People.Of(25))).Succeeded);
    }

    [Fact]
    public async Task Nobody_sees_a_batch_before_it_is_complete()
    {
        var seen = new List<int>();
        async IAsyncEnumerable<StagingRow> RowsAsync()
        {
            foreach (var invite in People.Of(35))
            {
                seen.Add((await _host.OnBatchesAsync(it => it.ListAsync(TestHost.Acme, TestHost.Admin, null, Cancel))).Items.Count);
                yield return new(invite);
            }
        }

        await _host.StageAsync(RowsAsync());

        Assert.Equal([0], seen.Distinct());
        Assert.Single((await _host.OnBatchesAsync(it => it.ListAsync(TestHost.Acme, TestHost.Admin, null, Cancel))).Items);
    }

    [Theory]
    [InlineData("https://example.com/people", "text.carries_url")]
    [InlineData("two\nlines", "text.not_allowed")]
    public async Task A_name_that_cannot_be_shown_is_refused(string name, string code) =>
        Assert.Equal([code], (await _host.StageAsync(People.Of(1), new() { Name = name })).Errors.Codes());

    [Fact]
    public async Task The_calls_to_the_stores_do_not_depend_on_the_size_of_a_chunk()
    {
        using var small = new TestHost(BatchCalls.Large, options => options.ChunkSize = 10);
        using var large = new TestHost(BatchCalls.Large, options => options.ChunkSize = 1000);

        await small.StageAsync(People.Of(30));
        await large.StageAsync(People.Of(3000));

        Assert.Equal(small.Calls.Tally(), large.Calls.Tally());
        Assert.Equal(3, large.Calls.Count("BatchRows.Add"));
    }

    [Fact]
    public async Task Progress_tells_of_what_is_committed()
    {
        var told = new List<BatchProgress>();

        await _host.RunAsync<IInvitationBatches, BatchStageResult>(service =>
            service.StageAsync(TestHost.Acme, [.. People.Of(15), new("nobody")], TestHost.Admin, new() { Mode = BatchMode.ValidRowsOnly }, new Told(told), Cancel));

        Assert.Equal([new(10, 10, 0), new(16, 15, 1)], told);
    }

    [Fact]
    public async Task Who_may_not_invite_cannot_stage()
    {
        Assert.Equal(["inviter.unknown"], (await _host.StageAsync(People.Of(1), null, new Inviter("u-x"))).Errors.Codes());
        var member = await _host.StageAsync(People.Of(1), null, Inviter.Member("u-member"));
        Assert.Equal(["inviter.not_permitted"], Assert.Single(member.Refused).Codes());
    }

    public void Dispose() => _host.Dispose();
}
