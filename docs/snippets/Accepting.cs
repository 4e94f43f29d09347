using Invitations;

namespace Snippets;

public sealed class Accepting(IInvitationAcceptance acceptance)
{
    public async Task<AcceptResult> SignedInAsync(string token, string userId, string verifiedEmail)
    {
        #region accept-signed-in
        var result = await acceptance.AcceptAsync(token, Acceptor.User(userId, verifiedEmails: [verifiedEmail]));
        #endregion
        return result;
    }

    public async Task<AcceptResult> SigningUpAsync(string token, string formId)
    {
        #region accept-signing-up
        var filledIn = new Profile { FirstName = "Ana", LastName = "López" };
        var result = await acceptance.AcceptAsync(token, Acceptor.SigningUp(attempt: formId), filledIn);
        #endregion
        return result;
    }

    public async Task<AcceptResult> ConfirmedAsync(string token, string userId, string verifiedEmail, bool hasConfirmed)
    {
        #region accept-confirmed
        var bob = Acceptor.User(userId, verifiedEmails: [verifiedEmail]);
        var result = await acceptance.AcceptAsync(token, hasConfirmed ? bob.Confirmed() : bob);
        #endregion
        return result;
    }

    public async Task<AcceptResult> CodeAsync(TenantId tenant, string typed, string remoteAddress, string userId)
    {
        #region accept-code
        var secret = InvitationSecret.FromCode(tenant, typed, caller: remoteAddress);
        var result = await acceptance.AcceptAsync(secret, Acceptor.User(userId));
        #endregion
        return result;
    }

    public async Task<DeclineResult> DeclineAsync(string token)
    {
        #region decline
        var result = await acceptance.DeclineAsync(token);
        #endregion
        return result;
    }
}
