namespace Invitations;

/// <summary>Lets the host make the membership, inside the transaction, and holds it to the person who accepts.</summary>
internal sealed class MembershipMaker(IInvitationAcceptanceHandler? handler = null)
{
    public void EnsureCanMake(Acceptor acceptor)
    {
        if (acceptor.IsSigningUp && handler is null)
        {
            throw new InvalidOperationException(
                "INV006: somebody signs up by accepting, and nothing makes the account. Register your handler with " +
                "'services.AddInvitations(...).AddAcceptanceHandler<YourHandler>()', or make the account first and pass 'Acceptor.User(...)'.");
        }
    }

    public async Task<Membership> MakeAsync(Invitation accepted, Acceptor acceptor, CancellationToken cancellationToken)
    {
        if (handler is null)
            return new(acceptor.UserId, []);
        var outcome = await handler
            .HandleAsync(new(accepted, accepted.Grant, accepted.Profile, acceptor), cancellationToken)
            .ConfigureAwait(false);
        if (outcome.UserId is { } userId && acceptor.UserId is { } expected && !string.Equals(userId, expected, StringComparison.Ordinal))
        {
            throw new InvalidOperationException(
                "INV011: the acceptance handler joined somebody else than the user who accepts, so nothing was saved. " +
                "Return 'AcceptanceOutcome.Joined(context.Acceptor.UserId)' where 'context.Acceptor.IsSigningUp' is false.");
        }

        return new(outcome.UserId, outcome.Errors);
    }
}
