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
        if (operation.Authority is null or { Level: InviterLevel.None or InviterLevel.Guest })
            return Refused(operation.Authority is null ? InvitationErrorCodes.InviterUnknown : InvitationErrorCodes.InviterNotPermitted);
        if (!PageCursor.TryRead(request.Cursor, request.Sort, out var after))
            return Refused(InvitationErrorCodes.CursorInvalid);

        var size = Math.Clamp(request.PageSize, 1, InvitationListRequest.MaxPageSize);
        var query = new InvitationStoreQuery
        {
            Tenant = tenant,
            Filter = request.Filter,
            Visibility = VisibilityOf(operation),
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

    private static InvitationVisibility? VisibilityOf(OperationContext operation) => operation.Authority!.Level switch
    {
        InviterLevel.OrganizationAdmin => null,
        InviterLevel.GroupAdmin => new(operation.Inviter.UserId, operation.Authority.Groups),
        _ => new(operation.Inviter.UserId, []),
    };

    private static InvitationPage Refused(string code) => new([], null, [new InvitationError(code)]);
}
