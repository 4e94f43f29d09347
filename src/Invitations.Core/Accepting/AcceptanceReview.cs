namespace Invitations;

/// <summary>Decides whether this person may accept this invitation today. Reads only.</summary>
internal sealed class AcceptanceReview(
    TenantSettingsReader settings,
    IRecipientBindingPolicy binding,
    IAcceptanceCheck check,
    LineManagerResolver lineManagers,
    DynamicGroupFinder dynamicGroups,
    InvitationClock clock,
    IAccountDirectory? accounts = null)
{
    public ValueTask<TenantSettings> SettingsOfAsync(Invitation invitation, CancellationToken cancellationToken) =>
        settings.ReadAsync(invitation.Tenant, cancellationToken);

    public ValueTask<bool> IsRecipientAsync(Invitation invitation, Acceptor acceptor, TenantSettings own, CancellationToken cancellationToken) =>
        binding.IsRecipientAsync(new() { Invitation = invitation, Acceptor = acceptor, Settings = own }, cancellationToken);

    public Task<IReadOnlyList<InvitationError>> CheckAsync(
        Invitation invitation, Acceptor acceptor, TenantSettings own, CancellationToken cancellationToken) =>
        CheckAsync(invitation, acceptor, own, null, cancellationToken);

    /// <param name="invitation">The invitation; for somebody who joins, the one that is made by it.</param>
    /// <param name="acceptor">Who accepts.</param>
    /// <param name="own">The settings of the tenant.</param>
    /// <param name="link">The link by which somebody joins, or null.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<IReadOnlyList<InvitationError>> CheckAsync(
        Invitation invitation, Acceptor acceptor, TenantSettings own, InvitationLink? link, CancellationToken cancellationToken)
    {
        if (!await IsRecipientAsync(invitation, acceptor, own, cancellationToken).ConfigureAwait(false))
            return [new(CanConfirm(invitation, acceptor, own) ? InvitationErrorCodes.RecipientConfirmationRequired : InvitationErrorCodes.RecipientMismatch)];
        if (acceptor.IsSigningUp && await HasAccountAsync(invitation, acceptor, cancellationToken).ConfigureAwait(false))
            return [new(InvitationErrorCodes.AccountSignInFirst)];

        return await check
            .CheckAsync(new() { Invitation = invitation, Acceptor = acceptor, Settings = own, Link = link, Now = clock.Now }, cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>What follows from the profile as it is now: the line manager's account, and the groups that rules add.</summary>
    public async Task<(Profile Profile, Grant Grant)> CompleteAsync(
        Invitation invitation, Profile merged, TenantSettings own, CancellationToken cancellationToken)
    {
        var profile = await lineManagers.ResolveAsync(invitation.Tenant, invitation.Profile, merged, cancellationToken).ConfigureAwait(false);

        // Who registers or comes by a link for many has said all of it themselves.
        var vouched = SelfRegistrar.IsOwn(invitation) || invitation.LinkId is not null ? Profile.Empty : invitation.Profile;
        var person = new DynamicGroupPerson
        {
            Grant = invitation.Grant,
            Profile = profile,
            Attested = vouched,
        };
        var added = await dynamicGroups.FindAsync(invitation.Tenant, own, [person], cancellationToken).ConfigureAwait(false);
        return (profile, added[0].Count == 0 ? invitation.Grant : invitation.Grant with { Groups = [.. invitation.Grant.Groups, .. added[0]] });
    }

    private static bool CanConfirm(Invitation invitation, Acceptor acceptor, TenantSettings own) =>
        own.Binding is RecipientBinding.Anyone && !acceptor.HasConfirmed && invitation.Recipient.UserId is null;

    /// <summary>An account that exists is never made again or taken over by a sign-up.</summary>
    private async Task<bool> HasAccountAsync(Invitation invitation, Acceptor acceptor, CancellationToken cancellationToken)
    {
        var recipient = invitation.Recipient;
        var emails = new HashSet<string>(StringComparer.Ordinal);
        if (recipient.Email is { } invited)
            emails.Add(invited);
        foreach (var text in acceptor.VerifiedEmails)
        {
            if (EmailAddress.TryParse(text, out var verified))
                emails.Add(verified.Value);
        }

        if (accounts is null || (emails.Count == 0 && recipient.Phone is null))
            return false;

        var found = await accounts
            .FindAsync(
                new()
                {
                    Tenant = invitation.Tenant,
                    Emails = emails,
                    Phones = recipient.Phone is { } phone ? [phone] : [],
                },
                cancellationToken)
            .ConfigureAwait(false);
        return found.Count > 0;
    }
}
