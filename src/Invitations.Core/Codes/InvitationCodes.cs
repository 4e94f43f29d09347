using System.Runtime.CompilerServices;
using Invitations.Stores;
using Microsoft.Extensions.Options;

namespace Invitations;

internal sealed class InvitationCodes(
    IInvitationService invitations,
    OperationContextFactory contexts,
    IBatchSizePolicy batchSize,
    GrantReview review,
    CodeRevealer revealer,
    IInvitationStore store,
    IInvitationQueryStore queries,
    InvitationClock clock,
    Instrumentation instrumentation,
    IOptionsMonitor<InvitationOptions> options) : IInvitationCodes
{
    private static readonly Invite Anybody = new() { Anyone = true };

    public async IAsyncEnumerable<InvitationCode> IssueAsync(
        TenantId tenant,
        int count,
        Inviter inviter,
        InviteOptions? how = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var activity = instrumentation.Start("invitations.issue_codes");
        if (await RefusalAsync(tenant, count, inviter, cancellationToken).ConfigureAwait(false) is { } refusal)
        {
            yield return new(0) { Errors = [refusal] };
            yield break;
        }

        var made = invitations.InviteStreamAsync(tenant, Enumerable.Repeat(Anybody, count).ToAsyncEnumerable(), inviter, how, cancellationToken);
        await foreach (var chunk in made.Chunk(options.CurrentValue.ChunkSize).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            foreach (var code in await RevealAsync(tenant, chunk, inviter, cancellationToken).ConfigureAwait(false))
                yield return code;
        }
    }

    public async IAsyncEnumerable<InvitationCode> ShowAsync(
        TenantId tenant, Inviter actor, InvitationFilter? filter = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var activity = instrumentation.Start("invitations.show_codes");
        var operation = await contexts.CreateAsync(tenant, actor, cancellationToken).ConfigureAwait(false);
        if (operation.ListRefusal is { } refusal)
        {
            yield return new(0) { Errors = [refusal] };
            yield break;
        }

        var query = new InvitationStoreQuery
        {
            Tenant = tenant,
            Filter = (filter ?? new()) with { Statuses = [InvitationStatus.Pending], HasAccessCode = true },
            Visibility = operation.Visibility,
            Now = clock.Now,
            Sort = InvitationSort.OldestFirst,
            Take = options.CurrentValue.ChunkSize,
        };
        var row = 0;
        IReadOnlyList<Invitation> page;
        do
        {
            page = await queries.ListAsync(query, cancellationToken).ConfigureAwait(false);
            if (page.Count == 0)
                yield break;
            query = query with { After = new(page[^1].CreatedAt, page[^1].Id) };
            foreach (var code in await ReviewAsync(operation, page, row, cancellationToken).ConfigureAwait(false))
            {
                row++;
                yield return code;
            }
        }
        while (page.Count == query.Take);
    }

    private async Task<InvitationError?> RefusalAsync(TenantId tenant, int count, Inviter inviter, CancellationToken cancellationToken)
    {
        if (count < 1)
            return new(InvitationErrorCodes.BatchEmpty);
        var operation = await contexts.CreateAsync(tenant, inviter, cancellationToken).ConfigureAwait(false);
        var limit = await batchSize
            .GetLimitAsync(new() { Tenant = tenant, Settings = operation.Settings, Inviter = inviter }, cancellationToken)
            .ConfigureAwait(false);
        return count > limit ? Refusals.Of(InvitationErrorCodes.BatchTooLarge, null, "limit", limit, "count", count) : null;
    }

    private async Task<IReadOnlyList<InvitationCode>> RevealAsync(
        TenantId tenant, InviteResult[] chunk, Inviter inviter, CancellationToken cancellationToken)
    {
        var ids = chunk.Select(result => result.InvitationId).OfType<Guid>().ToList();
        var found = ids.Count == 0
            ? []
            : (await store.FindAsync(tenant, ids, cancellationToken).ConfigureAwait(false)).ToDictionary(invitation => invitation.Id);
        return await revealer
            .RevealAsync(
                [.. chunk.Select(result => (result.Row, result.InvitationId is { } id ? found.GetValueOrDefault(id) : null, result.Errors))],
                inviter,
                clock.Now,
                cancellationToken)
            .ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<InvitationCode>> ReviewAsync(
        OperationContext operation, IReadOnlyList<Invitation> page, int before, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        var rows = page.Where(operation.CanSee).Select(GrantReview.RowOf).ToList();
        await review.ReviewAsync(operation, InvitationOperation.ShowSecret, rows, new(), now, cancellationToken).ConfigureAwait(false);
        return await revealer
            .RevealAsync([.. rows.Select((row, index) => (before + index + 1, row.Existing, row.Errors))], operation.Inviter, now, cancellationToken)
            .ConfigureAwait(false);
    }
}
