using Invitations.Excel.Tests.Files;

namespace Invitations.Excel.Tests.Importing;

public sealed class StageTests
{
    private const int Many = 10_000;

    [Fact]
    public async Task A_file_becomes_a_batch_with_a_name_that_is_sent_when_somebody_wants_it()
    {
        await using var host = new ImportHost();

        var result = await host.StageAsync("email\nana@example.com\nbo@example.com", new() { Name = "Night shift, London" });

        Assert.True(result.Succeeded);
        Assert.Equal(("Night shift, London", 2), (result.Batch!.Name, result.Batch.Counts.Waiting));
        Assert.Empty(await SentAsync(host));
        await host.Get<IInvitationBatches>().SendAsync(ImportHost.Tenant, result.Batch.Id, ImportHost.Admin, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(2, (await SentAsync(host)).Count);
    }

    [Fact]
    public async Task One_wrong_row_refuses_the_whole_file_and_every_problem_has_its_place()
    {
        await using var host = new ImportHost();

        var result = await host.StageAsync("email,start_date\nana@example.com,\nbo@example,soon\nchen@example.com,2026-12-01\nana@example.com,");

        Assert.False(result.Succeeded);
        Assert.Equal(2, result.RefusedRows);
        Assert.Equal(
            [": batch.refused", "A3: email.invalid", "B3: value.not_date", "A5: row.duplicate"],
            result.Problems.Select(problem => problem.ToString()));
        Assert.Equal("soon", result.Problems[2].Value);
    }

    [Fact]
    public async Task With_valid_rows_only_the_right_rows_are_staged_and_the_wrong_ones_reported()
    {
        await using var host = new ImportHost();

        var result = await host.StageAsync("email\nana@example.com\nbo@example\nchen@example.com", new() { Mode = BatchMode.ValidRowsOnly });

        Assert.Equal((2, 1), (result.Batch!.Counts.Waiting, result.RefusedRows));
        Assert.Equal("A3: email.invalid", Assert.Single(result.Problems).ToString());
    }

    [Fact]
    public async Task An_import_that_is_cut_off_at_row_5000_and_run_again_stages_10000_and_none_twice()
    {
        await using var host = new ImportHost(new() { BatchSize = Many });
        var file = WorkbookFile.OfTexts([["email"], .. Enumerable.Range(0, Many).Select(i => new[] { $"person-{i}@example.com" })]).ToBytes();
        var options = new ImportOptions { IdempotencyKey = "import-7" };
        using var cut = new CancellationTokenSource();
        var progress = new CutOff(cut, 5_000);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => host.Get<IInvitationImports>().StageAsync(ImportHost.Tenant, new MemoryStream(file), ImportHost.Admin, options, progress, cut.Token));
        var batches = host.Get<IInvitationBatches>();
        Assert.Empty((await batches.ListAsync(ImportHost.Tenant, ImportHost.Admin, cancellationToken: TestContext.Current.CancellationToken)).Items);
        var result = await host.StageAsync(file, options);
        var again = await host.StageAsync(file, options);

        Assert.InRange(progress.Rows, 5_000, Many - 1);
        Assert.Equal(Many, result.Batch!.Counts.Waiting);
        Assert.Equal(result.Batch.Id, again.Batch!.Id);
        Assert.Single((await batches.ListAsync(ImportHost.Tenant, ImportHost.Admin, cancellationToken: TestContext.Current.CancellationToken)).Items);
    }

    [Fact]
    public async Task Another_file_under_the_same_key_is_a_conflict()
    {
        await using var host = new ImportHost();
        var options = new ImportOptions { IdempotencyKey = "import-7" };
        await host.StageAsync("email\nana@example.com", options);

        var result = await host.StageAsync("email\nbo@example.com", options);

        Assert.Equal(InvitationErrorCodes.IdempotencyConflict, Assert.Single(result.Problems).Code);
    }

    [Fact]
    public async Task A_file_that_turns_out_damaged_half_way_leaves_no_batch()
    {
        await using var host = new ImportHost();
        var sheet = WorkbookFile.Sheet(WorkbookFile.RowsOf(["email"], ["ana@example.com"]) + "<row r=\"3\"><c r=\"A3\" t=\"s\"><v>7</v></c></row>");

        var result = await host.StageAsync(WorkbookFile.Of("").Add(WorkbookFile.SheetPart, sheet).ToBytes(), new() { Mode = BatchMode.ValidRowsOnly });

        Assert.Equal(InvitationErrorCodes.FileUnreadable, Assert.Single(result.Problems).Code);
        Assert.Null(result.Batch);
    }

    private static async Task<IReadOnlyList<Invitation>> SentAsync(ImportHost host) =>
        (await host.Get<IInvitationQueries>().ListAsync(ImportHost.Tenant, ImportHost.Admin, cancellationToken: TestContext.Current.CancellationToken)).Items;

    private sealed class CutOff(CancellationTokenSource source, int after) : IProgress<ImportProgress>
    {
        public int Rows { get; private set; }

        public void Report(ImportProgress value)
        {
            Rows = value.Rows;
            if (value.Rows >= after)
                source.Cancel();
        }
    }
}
