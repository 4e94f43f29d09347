using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;

namespace Invitations;

internal sealed class InvitationService(
    OperationContextFactory contexts,
    ChunkProcessor processor,
    IdempotencyLedger ledger,
    IBatchSizePolicy batchSize,
    InvitationClock clock,
    Instrumentation instrumentation,
    IOptionsMonitor<InvitationOptions> options,
    IDirectGrantHandler? directGrants = null) : IInvitationService
{
    // A row that is not there is a row that says nothing.
    private static readonly Invite Nobody = new();

    public async Task<InviteResult> InviteAsync(
        TenantId tenant, Invite invite, Inviter inviter, InviteOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(invite);
        using var activity = instrumentation.Start("invitations.invite");
        var operation = await StartAsync(tenant, inviter, options ?? new(), isList: false, isStream: false, cancellationToken).ConfigureAwait(false);
        if (KeyError(operation) is { } error)
            return RefusedRow(invite, 1, [error]);

        var done = await ledger.FindAsync(operation, 1, cancellationToken).ConfigureAwait(false);
        var results = await processor.ProcessAsync(operation, [invite], 1, done, cancellationToken).ConfigureAwait(false);
        return results[0];
    }

    public async Task<BulkInviteResult> InviteManyAsync(
        TenantId tenant, IReadOnlyCollection<Invite> invites, Inviter inviter, InviteOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(invites);
        using var activity = instrumentation.Start("invitations.invite_list");
        var operation = await StartAsync(tenant, inviter, options ?? new(), isList: true, isStream: false, cancellationToken).ConfigureAwait(false);
        if (await ListErrorAsync(operation, invites.Count, cancellationToken).ConfigureAwait(false) is { } error)
            return new(null, [], [error]);
        return await InviteListAsync(operation, [.. invites.Select(invite => invite ?? Nobody)], cancellationToken).ConfigureAwait(false);
    }

    public async IAsyncEnumerable<InviteResult> InviteStreamAsync(
        TenantId tenant,
        IAsyncEnumerable<Invite> invites,
        Inviter inviter,
        InviteOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(invites);
        options ??= new();
        using var activity = instrumentation.Start("invitations.invite_stream");
        var isStream = options.Mode is not BatchMode.AllOrNothing;
        var operation = await StartAsync(tenant, inviter, options, isList: true, isStream, cancellationToken).ConfigureAwait(false);
        var limit = await LimitAsync(operation, cancellationToken).ConfigureAwait(false);
        var results = KeyError(operation) is { } error ? RefuseAsync(invites, error, cancellationToken)
            : isStream ? ProcessAsync(operation, invites, limit, cancellationToken)
            : ProcessAllOrNothingAsync(operation, invites, limit, cancellationToken);
        await foreach (var result in results.ConfigureAwait(false))
            yield return result;
    }

    private async Task<InviteOperation> StartAsync(
        TenantId tenant, Inviter inviter, InviteOptions how, bool isList, bool isStream, CancellationToken cancellationToken)
    {
        var context = await contexts.CreateAsync(tenant, inviter, cancellationToken).ConfigureAwait(false);
        if (how.WhenAccountExists is WhenAccountExists.GrantDirectly)
            DirectGrants.Required(directGrants);
        return new() { Context = context, Options = how, BatchId = isList ? TimeOrderedId.At(clock.Now) : null, IsStream = isStream };
    }

    private async Task<BulkInviteResult> InviteListAsync(InviteOperation operation, List<Invite> invites, CancellationToken cancellationToken)
    {
        if (operation.Key is not null)
            operation.Fingerprint = InviteFingerprint.Of(invites, operation.Options, operation.Context.Inviter);

        var isAllOrNothing = operation.Options.Mode is BatchMode.AllOrNothing;
        var results = isAllOrNothing
            ? await processor.ProcessAllOrNothingAsync(operation, invites, options.CurrentValue.ChunkSize, cancellationToken).ConfigureAwait(false)
            : await ProcessAsync(operation, invites.ToAsyncEnumerable(), invites.Count, cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false);
        if (operation.IsInConflict)
            return new(null, [], [IdempotencyLedger.Conflict(operation.Key!)]);

        var refused = isAllOrNothing ? results.Count(result => result.Outcome is InviteOutcome.Refused) : 0;
        var hasInvited = !operation.Options.DryRun && results.Any(result => result.Outcome is InviteOutcome.Invited or InviteOutcome.AwaitingApproval);
        return new(
            hasInvited ? operation.BatchId : null,
            results,
            refused == 0 ? [] : [Refusals.Of(InvitationErrorCodes.BatchRefused, null, "refused", refused)]);
    }

    /// <summary>Cuts the rows into chunks; under an idempotency key, into the same chunks as the first time.</summary>
    private async IAsyncEnumerable<InviteResult> ProcessAsync(
        InviteOperation operation, IAsyncEnumerable<Invite> invites, int limit, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var chunkSize = options.CurrentValue.ChunkSize;
        var position = 1;
        var source = invites.GetAsyncEnumerator(cancellationToken);
        await using var disposal = source.ConfigureAwait(false);
        while (position <= limit && !operation.IsInConflict)
        {
            var done = await ledger.FindAsync(operation, position, cancellationToken).ConfigureAwait(false);
            var take = done?.RowCount ?? Math.Min(chunkSize, limit - position + 1);
            var rows = await TakeAsync(source, take).ConfigureAwait(false);
            if (rows.Count > 0)
            {
                var results = await processor.ProcessAsync(operation, rows, position, done, cancellationToken).ConfigureAwait(false);
                foreach (var result in results)
                    yield return result;
                position += rows.Count;
            }

            if (rows.Count < take)
                yield break;
        }

        for (; await source.MoveNextAsync().ConfigureAwait(false); position++)
            yield return RefusedRow(source.Current, position, [operation.IsInConflict ? IdempotencyLedger.Conflict(operation.Key!) : TooLarge(limit, position)]);
    }

    private async IAsyncEnumerable<InviteResult> ProcessAllOrNothingAsync(
        InviteOperation operation, IAsyncEnumerable<Invite> invites, int limit, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var source = invites.GetAsyncEnumerator(cancellationToken);
        await using var disposal = source.ConfigureAwait(false);
        var rows = await TakeAsync(source, limit).ConfigureAwait(false);
        if (rows.Count == limit && await source.MoveNextAsync().ConfigureAwait(false))
        {
            var position = 1;
            foreach (var row in rows)
                yield return RefusedRow(row, position++, [TooLarge(limit, limit + 1)]);
            do
            {
                yield return RefusedRow(source.Current, position, [TooLarge(limit, position)]);
                position++;
            }
            while (await source.MoveNextAsync().ConfigureAwait(false));
            yield break;
        }

        if (rows.Count == 0)
            yield break;
        var list = await InviteListAsync(operation, rows, cancellationToken).ConfigureAwait(false);
        foreach (var result in list.Rows.Count > 0 ? list.Rows : [.. rows.Select((row, i) => RefusedRow(row, i + 1, list.Errors))])
            yield return result;
    }

    private static async IAsyncEnumerable<InviteResult> RefuseAsync(
        IAsyncEnumerable<Invite> invites, InvitationError error, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var position = 1;
        await foreach (var invite in invites.WithCancellation(cancellationToken).ConfigureAwait(false))
            yield return RefusedRow(invite, position++, [error]);
    }

    private static async Task<List<Invite>> TakeAsync(IAsyncEnumerator<Invite> source, int count)
    {
        var rows = new List<Invite>(Math.Min(count, 1024));
        while (rows.Count < count && await source.MoveNextAsync().ConfigureAwait(false))
            rows.Add(source.Current ?? Nobody);
        return rows;
    }

    private async Task<InvitationError?> ListErrorAsync(InviteOperation operation, int count, CancellationToken cancellationToken)
    {
        if (count == 0)
            return new(InvitationErrorCodes.BatchEmpty);
        var limit = await LimitAsync(operation, cancellationToken).ConfigureAwait(false);
        return count > limit ? TooLarge(limit, count) : KeyError(operation);
    }

    private async ValueTask<int> LimitAsync(InviteOperation operation, CancellationToken cancellationToken)
    {
        var context = new BatchSizeContext { Tenant = operation.Context.Tenant, Settings = operation.Context.Settings, Inviter = operation.Context.Inviter };
        return Math.Max(0, await batchSize.GetLimitAsync(context, cancellationToken).ConfigureAwait(false));
    }

    private static InvitationError? KeyError(InviteOperation operation) => InviteKey.ErrorOf(operation.Options.IdempotencyKey);

    private static InvitationError TooLarge(int limit, int count) => Refusals.Of(InvitationErrorCodes.BatchTooLarge, null, "limit", limit, "count", count);

    private static InviteResult RefusedRow(Invite? invite, int position, IReadOnlyList<InvitationError> errors) =>
        new(invite is { Row: > 0 } ? invite.Row : position, InviteOutcome.Refused) { Errors = errors };
}
