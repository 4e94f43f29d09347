using Invitations.Stores;

namespace Invitations.Tests.Hosting;

internal sealed class WatchedSetStore(IInvitationSetStore inner, StoreCalls calls) : IInvitationSetStore
{
    public async Task<IReadOnlyCollection<Guid>> EndAsync(InvitationSet invitations, InvitationStatus status, CancellationToken cancellationToken)
    {
        await calls.EnterAsync("Sets.End", invitations);
        return await inner.EndAsync(invitations, status, cancellationToken);
    }

    public async Task<IReadOnlyCollection<Guid>> DeleteAsync(InvitationSet invitations, CancellationToken cancellationToken)
    {
        await calls.EnterAsync("Sets.Delete", invitations);
        return await inner.DeleteAsync(invitations, cancellationToken);
    }

    public async Task<IReadOnlyCollection<Guid>> AnonymizeAsync(InvitationSet invitations, CancellationToken cancellationToken)
    {
        await calls.EnterAsync("Sets.Anonymize", invitations);
        return await inner.AnonymizeAsync(invitations, cancellationToken);
    }
}
