namespace Invitations;

internal sealed class InvitationImports(
    IInvitationService invitations, IInvitationBatches batches, SpreadsheetOpener opener, SheetLayoutReader layouts) : IInvitationImports
{
    private static readonly ImportOptions Defaults = new();

    public async Task<ImportCheck> CheckAsync(
        TenantId tenant,
        Stream file,
        Inviter inviter,
        ImportOptions? options = null,
        IProgress<ImportProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(inviter);
        options ??= Defaults;
        var problems = new ImportProblems(options.MaxProblems);
        var source = ImportSource.None;
        try
        {
            using var import = await OpenAsync(tenant, file, options, problems, cancellationToken).ConfigureAwait(false);
            source = import.Layout.Source;
            if (problems.HasErrors)
                return new(source, new(), problems, canBeStaged: false);

            var tally = new ImportTally(import, problems, progress);
            await foreach (var result in invitations.InviteStreamAsync(
                tenant, tally.Rows().ToAsyncEnumerable(), inviter, DryRun(options), cancellationToken).ConfigureAwait(false))
                tally.Add(result);
            return tally.ToCheck(options.Mode);
        }
        catch (SpreadsheetRefusedException refusal)
        {
            problems.Add(new ImportProblem { Error = refusal.Error });
            return new(source, new(), problems, canBeStaged: false);
        }
    }

    public async Task<ImportResult> StageAsync(
        TenantId tenant,
        Stream file,
        Inviter inviter,
        ImportOptions? options = null,
        IProgress<ImportProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(inviter);
        options ??= Defaults;
        var problems = new ImportProblems(options.MaxProblems);
        var source = ImportSource.None;
        try
        {
            using var import = await OpenAsync(tenant, file, options, problems, cancellationToken).ConfigureAwait(false);
            source = import.Layout.Source;
            if (problems.HasErrors)
                return new(source, null, 0, problems);

            var rows = import.Read(problems.Add).Select(Staging).ToAsyncEnumerable();
            var staged = await batches.StageAsync(tenant, rows, inviter, Stage(options), ProgressOf(progress), cancellationToken).ConfigureAwait(false);
            foreach (var error in staged.Errors)
                problems.Add(new ImportProblem { Error = error });
            problems.Add(import.ProblemsOf(staged.Refused));
            return new(source, staged.Batch, staged.RefusedCount, problems);
        }
        catch (SpreadsheetRefusedException refusal)
        {
            problems.Add(new ImportProblem { Error = refusal.Error });
            return new(source, null, 0, problems);
        }
    }

    private async Task<OpenImport> OpenAsync(
        TenantId tenant, Stream file, ImportOptions options, ImportProblems problems, CancellationToken cancellationToken)
    {
        var seekable = await SpreadsheetOpener.RewindAsync(file, options.Limits, cancellationToken).ConfigureAwait(false);
        var spreadsheet = await opener.OpenAsync(seekable, options.Limits, cancellationToken).ConfigureAwait(false);
        try
        {
            var layout = await layouts.ReadAsync(tenant, spreadsheet, options, cancellationToken).ConfigureAwait(false);
            problems.Add(layout.Problems);
            return new(spreadsheet, layout, options);
        }
        catch
        {
            spreadsheet.Dispose();
            throw;
        }
    }

    private static StagingRow Staging(ImportRow row) => new(row.Invite)
    {
        Problems = row.Problems.Count == 0 ? [] : [.. row.Problems.Select(problem => problem.Error)],
    };

    private static InviteOptions DryRun(ImportOptions options) =>
        options.Invite with { DryRun = true, Mode = BatchMode.ValidRowsOnly, IdempotencyKey = null };

    private static BatchStageOptions Stage(ImportOptions options) => new()
    {
        Name = options.Name,
        Invite = options.Invite,
        Mode = options.Mode,
        IdempotencyKey = options.IdempotencyKey,
    };

    private static StagingProgress? ProgressOf(IProgress<ImportProgress>? progress) => progress is null ? null : new(progress);
}
