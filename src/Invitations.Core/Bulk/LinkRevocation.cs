using Invitations.Stores;

namespace Invitations;

/// <summary>Turns links off that have to do with what a trusted part of the host ends: nobody joins by them any more.</summary>
internal sealed class LinkRevocation(IInvitationLinkStore store, LinkWriter writer, EventPublisher events, InvitationClock clock)
{
    private const int PageSize = 200;

    /// <param name="tenant">The tenant.</param>
    /// <param name="isMeant">Which of the links that are on.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="cancellationToken">Ends the call between two links.</param>
    /// <returns>How many were turned off.</returns>
    public async Task<int> RunAsync(TenantId tenant, Func<InvitationLink, bool> isMeant, Inviter actor, CancellationToken cancellationToken)
    {
        var (turnedOff, query) = (0, new LinkStoreQuery { Tenant = tenant, IsActive = true, Take = PageSize });
        while (true)
        {
            var page = await store.ListAsync(query, cancellationToken).ConfigureAwait(false);
            foreach (var link in page.Where(isMeant))
                turnedOff += await TurnOffAsync(link, actor, cancellationToken).ConfigureAwait(false) ? 1 : 0;
            if (page.Count < PageSize)
                return turnedOff;
            query = query with { After = new(page[^1].CreatedAt, page[^1].Id) };
        }
    }

    private async Task<bool> TurnOffAsync(InvitationLink? link, Inviter actor, CancellationToken cancellationToken)
    {
        // Each round is lost to somebody who changed the link; whoever turned it off has done what is wanted.
        while (link is { IsActive: true })
        {
            var now = clock.Now;
            var off = link with { IsActive = false, DeactivatedAt = now, Version = link.Version + 1 };
            if (await writer.ChangeAsync(link, off, AuditAction.LinkDeactivated, actor, now, cancellationToken).ConfigureAwait(false))
            {
                await events.PublishAsync(new InvitationLinkEvent(InvitationLinkEventKind.Deactivated, off, now), cancellationToken).ConfigureAwait(false);
                return true;
            }

            link = await store.FindAsync(link.Tenant, link.Id, cancellationToken).ConfigureAwait(false);
        }

        return false;
    }
}
