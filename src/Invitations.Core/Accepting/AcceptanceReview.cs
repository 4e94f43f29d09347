namespace Invitations;

/// <summary>Decides whether this person may accept this invitation today. Reads only.</summary>
internal sealed class AcceptanceReview(
    TenantSettingsReader settings,
    IRecipientBindingPolicy binding,
    IAcceptanceCheck check,
    InvitationClock clock,
    IAccountDirectory? accounts = null)
{
    public ValueTask<TenantSettings> SettingsOfAsync(Invitation invitation, CancellationToken cancellationToken) =>
        settings.ReadAsync(invitation.Tenant, cancellationToken);

    public async Task<IReadOnlyList<InvitationError>> CheckAsync(
        Invitation invitation, Acceptor acceptor, TenantSettings own, CancellationToken cancellationToken)
    {
        var context = new RecipientBindingContext { Invitation = invitation, Acceptor = acceptor, Settings = own };
        if (!await binding.IsRecipientAsync(context, cancellationToken).ConfigureAwait(false))
            return [new(InvitationErrorCodes.RecipientMismatch)];
        if (acceptor.IsSigningUp && await HasAccountAsync(invitation, cancellationToken).ConfigureAwait(false))
            return [new(InvitationErrorCodes.AccountSignInFirst)];

        return await check
            .CheckAsync(new() { Invitation = invitation, Acceptor = acceptor, Settings = own, Now = clock.Now }, cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>An account that exists is never made again or taken over by a sign-up.</summary>
    private async Task<bool> HasAccountAsync(Invitation invitation, CancellationToken cancellationToken)
    {
        var recipient = invitation.Recipient;
        if (accounts is null || (recipient.Email is null && recipient.Phone is null))
            return false;

        var found = await accounts
            .FindAsync(
                new()
                {
                    Tenant = invitation.Tenant,
                    Emails = recipient.Email is { } email ? [email] : [],
                    Phones = recipient.Phone is { } phone ? [phone] : [],
                },
                cancellationToken)
            .ConfigureAwait(false);
        return found.Count > 0;
    }
}
