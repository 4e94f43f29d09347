using Invitations.Stores;

namespace Invitations;

internal sealed class InvitationQueries(
    InvitationAccess access,
    OperationContextFactory contexts,
    IInvitationQueryStore queries,
    IAuditStore audit,
    IDeliveryStore deliveries,
    InvitationClock clock) : IInvitationQueries
{
    public async Task<Invitation?> FindAsync(TenantId tenant, Guid invitationId, Inviter viewer, CancellationToken cancellationToken = default)
    {
        var (found, _) = await access.FindAsync(tenant, invitationId, viewer, cancellationToken).ConfigureAwait(false);
        return found;
    }

    public async Task<InvitationPage> ListAsync(
        TenantId tenant, Inviter viewer, InvitationListRequest? request = null, CancellationToken cancellationToken = default)
    {
        request ??= new();
        var operation = await contexts.CreateAsync(tenant, viewer, cancellationToken).ConfigureAwait(false);
        if (operation.ListRefusal is { } refusal)
            return new([], null, [refusal]);
        if (!PageCursor.TryRead(request.Cursor, request.Sort, out var after))
            return new([], null, [new InvitationError(InvitationErrorCodes.CursorInvalid)]);

        var size = Math.Clamp(request.PageSize, 1, InvitationListRequest.MaxPageSize);
        var query = new InvitationStoreQuery
        {
            Tenant = tenant,
            Filter = request.Filter,
            Visibility = operation.Visibility,
            Now = clock.Now,
            Sort = request.Sort,
            After = after,
            Take = size + 1,
        };
        var rows = await queries.ListAsync(query, cancellationToken).ConfigureAwait(false);

        // One row more than the page says whether there is another page, without counting.
        return rows.Count <= size
            ? new(rows, null)
            : new([.. rows.Take(size)], PageCursor.Write(request.Sort, rows[size - 1]));
    }

    public async Task<InvitationHistory?> GetHistoryAsync(
        TenantId tenant, Guid invitationId, Inviter viewer, CancellationToken cancellationToken = default)
    {
        var (found, _) = await access.FindAsync(tenant, invitationId, viewer, cancellationToken).ConfigureAwait(false);
        if (found is null)
            return null;
        return new(
            found,
            await audit.ListAsync(tenant, invitationId, cancellationToken).ConfigureAwait(false),
            await deliveries.ListAsync(tenant, invitationId, cancellationToken).ConfigureAwait(false));
    }
}
