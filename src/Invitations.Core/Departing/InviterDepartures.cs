using Invitations.Stores;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Invitations;

internal sealed class InviterDepartures(
    OperationContextFactory contexts,
    IInviterSuccession succession,
    IInvitationQueryStore queries,
    DepartureReview review,
    DepartureWriter writer,
    BatchRevocation batches,
    InvitationClock clock,
    EventPublisher events,
    Instrumentation instrumentation,
    IOptionsMonitor<InvitationOptions> options,
    ILogger<InviterDepartures>? logger = null) : IInviterDepartures
{
    private const InvitationSort Sort = InvitationSort.OldestFirst;

    private readonly ILogger _logger = logger ?? NullLogger<InviterDepartures>.Instance;

    public async Task<InviterDepartureResult> SettleAsync(
        TenantId tenant, InviterDeparture departure, Inviter actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(departure);
        using var activity = instrumentation.Start("invitations.settle_departure");
        var context = await contexts.CreateAsync(tenant, actor, cancellationToken).ConfigureAwait(false);
        if (context.Authority is not { Level: InviterLevel.OrganizationAdmin })
            return new(new InvitationError(context.Authority is null ? InvitationErrorCodes.InviterUnknown : InvitationErrorCodes.InviterNotPermitted));
        if (!PageCursor.TryRead(departure.Cursor, Sort, out var after))
            return new(new InvitationError(InvitationErrorCodes.CursorInvalid));

        var action = departure.Action ?? context.Settings.Authority.WhenInviterLeaves;
        var successor = action is InviterDepartureAction.HandOver
            ? await SuccessorAsync(context, departure, cancellationToken).ConfigureAwait(false)
            : null;
        if (action is InviterDepartureAction.HandOver && successor?.Authority is null)
            return new(new InvitationError(InvitationErrorCodes.SuccessorMissing));
        if (action is InviterDepartureAction.Keep)
            return new() { Action = action };

        // With the first page: the others are about the same departure.
        if (after is null)
            await SettleBatchesAsync(tenant, departure.UserId, successor?.Inviter, actor, cancellationToken).ConfigureAwait(false);
        return await SettleAsync(new(context, departure.UserId, action, successor), departure.Most, after, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What waits in batches is judged when it is sent, for whoever answers for it then.</summary>
    private Task<int> SettleBatchesAsync(TenantId tenant, string userId, Inviter? successor, Inviter actor, CancellationToken cancellationToken) => successor is null
        ? batches.RevokeByInviterAsync(tenant, userId, actor.UserId, cancellationToken)
        : batches.HandOverAsync(tenant, userId, successor, actor.UserId, cancellationToken);

    /// <returns>What the successor may do, or null where there is none.</returns>
    private async Task<OperationContext?> SuccessorAsync(OperationContext context, InviterDeparture departure, CancellationToken cancellationToken)
    {
        var asked = new InviterSuccessionContext { Tenant = context.Tenant, Settings = context.Settings, UserId = departure.UserId, IsSystem = false };
        var successor = departure.Successor ?? await succession.FindSuccessorAsync(asked, cancellationToken).ConfigureAwait(false);
        return successor is null || (!successor.IsSystem && string.Equals(successor.UserId, departure.UserId, StringComparison.Ordinal))
            ? null
            : await contexts.CreateAsync(context.Tenant, successor, cancellationToken).ConfigureAwait(false);
    }

    private async Task<InviterDepartureResult> SettleAsync(DepartureOrder order, int most, InvitationKeyset? after, CancellationToken cancellationToken)
    {
        var left = Math.Clamp(most, 1, InviterDeparture.MaxCount);
        var refused = new List<InviterDepartureRefusal>();
        var changed = 0;
        while (true)
        {
            var now = clock.Now;
            var take = Math.Min(left, options.CurrentValue.ChunkSize);
            var page = await queries.ListAsync(QueryOf(order, after, take + 1, now), cancellationToken).ConfigureAwait(false);
            var chunk = page.Take(take).ToList();

            // Whoever leaves as a user is not a system of the same name.
            var own = chunk.FindAll(invitation => !invitation.IsFromSystem);
            changed += await SettleChunkAsync(order, own, refused, now, cancellationToken).ConfigureAwait(false);
            left -= chunk.Count;
            if (page.Count <= take || left == 0)
            {
                instrumentation.Administered(order.Name, succeeded: true, changed);
                instrumentation.Administered(order.Name, succeeded: false, refused.Count);
                var cursor = page.Count > take ? PageCursor.Write(Sort, chunk[^1]) : null;
                return new() { Action = order.Action, Changed = changed, Refused = refused, NextCursor = cursor };
            }

            after = new(chunk[^1].CreatedAt, chunk[^1].Id);
        }
    }

    private static InvitationStoreQuery QueryOf(DepartureOrder order, InvitationKeyset? after, int take, DateTimeOffset now) => new()
    {
        Tenant = order.Actor.Tenant,
        Filter = new() { InvitedBy = order.UserId, Statuses = order.Statuses },
        Now = now,
        Sort = Sort,
        After = after,
        Take = take,
    };

    private async Task<int> SettleChunkAsync(
        DepartureOrder order, List<Invitation> chunk, List<InviterDepartureRefusal> refused, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var updates = chunk.Count == 0 ? [] : await review.ReviewAsync(order, chunk, refused, now, cancellationToken).ConfigureAwait(false);
        if (updates.Count == 0)
            return 0;

        var written = await writer.WriteAsync(order, updates, now, cancellationToken).ConfigureAwait(false);
        refused.AddRange(updates.Select(update => update.Before.Id)
            .Except(written.Select(invitation => invitation.Id))
            .Select(id => new InviterDepartureRefusal(id, [new InvitationError(InvitationErrorCodes.InvitationChanged)])));
        foreach (var invitation in written)
            Log.Administered(_logger, invitation.Id, order.AuditAction);
        await events
            .PublishAsync(written.ConvertAll(invitation => new InvitationEvent(order.Event, invitation, now)), cancellationToken)
            .ConfigureAwait(false);
        return written.Count;
    }
}
