using Invitations.Stores;

namespace Invitations;

/// <summary>The one place in which changes of invitations account for their seats. Without a plan it does nothing and calls no store.</summary>
/// <remarks>
/// Called before the invitations are changed, as the first write of the transaction: everybody locks the seats before the invitations, so that
/// no two transactions wait for each other.
/// </remarks>
internal sealed class SeatAccounting(ISeatStore store, ISeatPlan? plan = null)
{
    // Always both, in this order: a later step of the same transaction finds what it needs locked already.
    private static readonly GrantKind[] Kinds = [GrantKind.Member, GrantKind.Guest];

    public bool IsOn => plan is not null;

    /// <summary>Frees and takes what the changes say, where the plan has all of it.</summary>
    /// <returns>Null, or the reason why it has not: the transaction has to be rolled back then.</returns>
    public async Task<InvitationError?> TryMoveAsync(TenantId tenant, IReadOnlyList<SeatChange> changes, CancellationToken cancellationToken)
    {
        var shares = await MoveAsync(tenant, changes, cancellationToken).ConfigureAwait(false);
        foreach (var share in shares)
        {
            if (share.IsShort)
                return share.Error;
        }

        return null;
    }

    /// <summary>Frees what the changes free, and takes as much as the plan has left.</summary>
    /// <returns>What was granted of each kind that is wanted; empty where none is.</returns>
    public async Task<IReadOnlyList<SeatShare>> MoveAsync(TenantId tenant, IReadOnlyList<SeatChange> changes, CancellationToken cancellationToken)
    {
        if (plan is null || !changes.Any(change => change.From != change.To))
            return [];

        var isWanted = changes.Any(change => change.To is { } to && change.Takes(to));
        var limits = isWanted ? await LimitsAsync(tenant, cancellationToken).ConfigureAwait(false) : new();
        var moves = Array.ConvertAll(Kinds, kind => MoveOf(kind, changes, limits));
        var outcomes = await store.MoveAsync(tenant, moves, cancellationToken).ConfigureAwait(false);
        return [.. moves.Zip(outcomes, (move, outcome) => new SeatShare(move, outcome)).Where(share => share.Move.Take > 0)];
    }

    /// <summary>Says what <see cref="MoveAsync"/> would grant, and takes nothing.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="changes">What would be done.</param>
    /// <param name="before">What the earlier rows of the same operation would have done.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<IReadOnlyList<SeatShare>> PreviewAsync(
        TenantId tenant, IReadOnlyList<SeatChange> changes, CapacityPreview before, CancellationToken cancellationToken)
    {
        if (plan is null || !changes.Any(change => change.To is { } to && change.Takes(to)))
            return [];

        var limits = await LimitsAsync(tenant, cancellationToken).ConfigureAwait(false);
        var tallies = await store.ReadAsync(tenant, cancellationToken).ConfigureAwait(false);
        return [.. tallies.Select(tally => PreviewOf(tally)).Where(share => share.Move.Take > 0)];

        SeatShare PreviewOf(SeatTally tally)
        {
            var move = MoveOf(tally.Kind, changes, limits);
            var taken = tally.Taken + before.SeatsOf(tally.Kind) - move.Free;
            var granted = move.Limit is { } limit ? Math.Clamp(limit - taken, 0, move.Take) : move.Take;
            return new(move, new(granted, taken + granted));
        }
    }

    /// <summary>Takes back what <see cref="TryMoveAsync"/> did for changes that were not made after all, in the same transaction.</summary>
    public async Task UndoAsync(TenantId tenant, IReadOnlyList<SeatChange> notMade, CancellationToken cancellationToken)
    {
        if (plan is null || !notMade.Any(change => change.From != change.To))
            return;
        var moves = Array.ConvertAll(Kinds, kind => new SeatMove(
            kind, notMade.Count(change => change.Takes(kind)), notMade.Count(change => change.Frees(kind)), Limit: null));
        await store.MoveAsync(tenant, moves, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Locks the seats before a change of which only the store will know how many invitations it ends.</summary>
    public async Task EnterAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        if (plan is not null)
            await store.MoveAsync(tenant, Array.ConvertAll(Kinds, kind => new SeatMove(kind, 0, 0, null)), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Frees the seats of pending invitations that have ended, after <see cref="EnterAsync"/>.</summary>
    public async Task FreeAsync(TenantId tenant, int members, int guests, CancellationToken cancellationToken)
    {
        if (plan is null || (members == 0 && guests == 0))
            return;
        SeatMove[] moves = [new(GrantKind.Member, members, 0, null), new(GrantKind.Guest, guests, 0, null)];
        await store.MoveAsync(tenant, moves, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<SeatLimits> LimitsAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var limits = await Required().GetLimitsAsync(new() { Tenant = tenant }, cancellationToken).ConfigureAwait(false);
        return limits is { Members: not < 0, Guests: not < 0 }
            ? limits
            : throw new InvalidOperationException(
                $"INV021: the ISeatPlan gave no limits for tenant '{tenant}', or one below 0. Give 'new SeatLimits {{ Members = 20 }}'; null is any number, 0 is none.");
    }

    public ISeatPlan Required() => plan ?? throw new InvalidOperationException(
        "INV020: seats are not counted, because nobody says how many there are. " +
        "Register your plan: services.AddInvitations(...).UseSeatPlan<YourPlan>().");

    private static SeatMove MoveOf(GrantKind kind, IReadOnlyList<SeatChange> changes, SeatLimits limits) =>
        new(kind, changes.Count(change => change.Frees(kind)), changes.Count(change => change.Takes(kind)), limits.Of(kind));
}
