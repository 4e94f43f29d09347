using Invitations;

namespace Snippets;

public sealed class Joining(IMyInvitations mine, INewLinkRequests newLinks)
{
    public async Task ListAsync(string userId, string verifiedEmail)
    {
        #region my-invitations
        var me = Acceptor.User(userId, verifiedEmails: [verifiedEmail]);
        foreach (var invitation in await mine.ListAsync(me))
            Console.WriteLine($"{invitation.Preview.InviterName} invites you to {invitation.Preview.Tenant}.");   // Tina invites you to acme.
        #endregion
    }

    public async Task AcceptAsync(Acceptor me, IReadOnlyCollection<InvitationReference> chosen)
    {
        #region accept-mine
        foreach (var (reference, result) in await mine.AcceptAsync(me, chosen))
            Console.WriteLine($"{reference.Tenant}: {(result.Succeeded ? "joined" : result.Errors[0].Message)}");   // acme: joined
        #endregion
    }

    public async Task<string> AskForNewLinkAsync(string token)
    {
        #region ask-for-new-link
        await newLinks.AskAsync(token);
        return "If this invitation can be issued again, the person who sent it has been told.";
        #endregion
    }
}
