using Invitations.Stores;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Invitations;

/// <summary>Goes through the invitations that a filter finds, chunk by chunk: reads, judges, writes, tells.</summary>
internal sealed class BulkChanger(
    OperationContextFactory contexts,
    InvitationAccess access,
    IInvitationStore store,
    IInvitationQueryStore queries,
    EventPublisher events,
    DeliverySignal signal,
    InvitationClock clock,
    Instrumentation instrumentation,
    IOptionsMonitor<MaintenanceOptions> options,
    ILogger<BulkChanger>? logger = null)
{
    /// <summary>What changes between reading and writing is read and judged again; that often.</summary>
    private const int Tries = 3;

    private readonly ILogger _logger = logger ?? NullLogger<BulkChanger>.Instance;

    /// <param name="change">What to do.</param>
    /// <param name="tenant">The tenant.</param>
    /// <param name="filter">Which.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="isMeant">What the filter cannot say, or null.</param>
    /// <param name="progress">Is told after each chunk, or null.</param>
    /// <param name="cancellationToken">Ends the call between two chunks.</param>
    public async Task<BulkChangeResult> RunAsync(
        IBulkChange change,
        TenantId tenant,
        InvitationFilter filter,
        Inviter actor,
        Func<Invitation, bool>? isMeant,
        IProgress<BulkChangeProgress>? progress,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var operation = await contexts.CreateAsync(tenant, actor, cancellationToken).ConfigureAwait(false);
        if (operation.Authority is null or { Level: InviterLevel.None or InviterLevel.Guest })
        {
            var code = operation.Authority is null ? InvitationErrorCodes.InviterUnknown : InvitationErrorCodes.InviterNotPermitted;
            return new(default, Empty<string, int>.Dictionary, [new InvitationError(code)]);
        }

        var (startedAt, take, tally) = (clock.Now, options.CurrentValue.BatchSize, new BulkTally());
        InvitationKeyset? after = null;
        while (true)
        {
            var page = await ReadAsync(operation, filter, after, take, cancellationToken).ConfigureAwait(false);
            var meant = page.Where(it => it.CreatedAt <= startedAt && operation.CanSee(it) && isMeant?.Invoke(it) is not false).ToList();
            if (meant.Count > 0)
            {
                tally.Read += meant.Count;
                await ChangeAsync(change, operation, meant, tally, cancellationToken).ConfigureAwait(false);
                progress?.Report(tally.Counts);
            }

            if (page.Count < take || page[^1].CreatedAt > startedAt)
                break;
            after = new(page[^1].CreatedAt, page[^1].Id);
        }

        Finish(change, tenant, tally);
        return new(tally.Counts, tally.Skipped);
    }

    /// <summary>The same for invitations that were found otherwise, of any tenants.</summary>
    /// <param name="change">What to do.</param>
    /// <param name="found">The invitations.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="cancellationToken">Ends the call between two chunks.</param>
    public async Task<BulkChangeResult> RunAsync(
        IBulkChange change, IReadOnlyList<Invitation> found, Inviter actor, CancellationToken cancellationToken)
    {
        var tally = new BulkTally { Read = found.Count };
        foreach (var ofTenant in found.GroupBy(invitation => invitation.Tenant))
        {
            var operation = await contexts.CreateAsync(ofTenant.Key, actor, cancellationToken).ConfigureAwait(false);
            foreach (var chunk in ofTenant.Chunk(options.CurrentValue.BatchSize))
                await ChangeAsync(change, operation, chunk, tally, cancellationToken).ConfigureAwait(false);
        }

        instrumentation.Administered(change.Name, succeeded: true, tally.Done);
        return new(tally.Counts, tally.Skipped);
    }

    private Task<IReadOnlyList<Invitation>> ReadAsync(
        OperationContext operation, InvitationFilter filter, InvitationKeyset? after, int take, CancellationToken cancellationToken) =>
        queries.ListAsync(
            new()
            {
                Tenant = operation.Tenant,
                Filter = filter,
                Visibility = operation.Visibility,
                Now = clock.Now,
                Sort = InvitationSort.OldestFirst,
                After = after,
                Take = take,
            },
            cancellationToken);

    private async Task ChangeAsync(
        IBulkChange change, OperationContext operation, IReadOnlyList<Invitation> chunk, BulkTally tally, CancellationToken cancellationToken)
    {
        for (var attempt = 1; chunk.Count > 0; attempt++)
        {
            var now = clock.Now;
            var opened = await access.JudgeAsync(operation, chunk, change, now, cancellationToken).ConfigureAwait(false);
            var wanted = Sort(change, opened, tally, now);
            if (wanted.Count == 0)
                return;

            var write = await change.WriteAsync(wanted, operation.Inviter, now, cancellationToken).ConfigureAwait(false);
            tally.Done += write.Done.Count;
            foreach (var error in write.Refused.Values)
                tally.Skip(error.Code);
            await TellAsync(change, write, cancellationToken).ConfigureAwait(false);

            var done = write.Done.Select(it => it.Id).Concat(write.Refused.Keys).ToHashSet();
            chunk = [.. wanted.Where(row => !done.Contains(row.Found!.Id)).Select(row => row.Found!)];
            if (attempt == Tries)
            {
                if (chunk.Count > 0)
                    tally.Skip(InvitationErrorCodes.InvitationChanged, chunk.Count);
                return;
            }

            if (chunk.Count > 0)
                chunk = await ReadAgainAsync(operation.Tenant, chunk, tally, cancellationToken).ConfigureAwait(false);
        }
    }

    private static List<OpenedInvitation> Sort(IBulkChange change, IReadOnlyList<OpenedInvitation> opened, BulkTally tally, DateTimeOffset now)
    {
        var wanted = new List<OpenedInvitation>(opened.Count);
        foreach (var row in opened)
        {
            if (row.Errors.Count > 0)
                tally.Skip(row.Errors[0].Code);
            else if (change.IsUnchanged(row, now))
                tally.Unchanged++;
            else
                wanted.Add(row);
        }

        return wanted;
    }

    private async Task<IReadOnlyList<Invitation>> ReadAgainAsync(
        TenantId tenant, IReadOnlyList<Invitation> chunk, BulkTally tally, CancellationToken cancellationToken)
    {
        var found = await store.FindAsync(tenant, [.. chunk.Select(it => it.Id)], cancellationToken).ConfigureAwait(false);
        if (found.Count < chunk.Count)
            tally.Skip(InvitationErrorCodes.InvitationUnknown, chunk.Count - found.Count);
        return found;
    }

    private async Task TellAsync(IBulkChange change, BulkWrite write, CancellationToken cancellationToken)
    {
        if (change.Sends && write.Done.Count > 0)
            signal.Notify();
        var at = clock.Now;
        InvitationEvent[] raised =
        [
            .. write.Ended.Select(ended => new InvitationEvent(InvitationEventKind.Expired, ended, at)),
            .. write.Done.Select(done => new InvitationEvent(change.Event, done, at)),
        ];
        await events.PublishAsync(raised, cancellationToken).ConfigureAwait(false);
    }

    private void Finish(IBulkChange change, TenantId tenant, BulkTally tally)
    {
        var (read, done, unchanged, skipped) = tally.Counts;
        instrumentation.Administered(change.Name, succeeded: true, done);
        instrumentation.Administered(change.Name, succeeded: false, skipped);
        Log.BulkChanged(_logger, tenant, change.Name, read, done, unchanged, skipped);
    }
}
