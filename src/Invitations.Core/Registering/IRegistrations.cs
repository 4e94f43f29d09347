namespace Invitations;

/// <summary>Says whether an address may register, and how; and lets people join by themselves where the tenant allows it.</summary>
/// <remarks>
/// The sign-up of the host asks before it makes an account. What is decided is for the host: show a stranger nothing but
/// <see cref="RegistrationDecision.PublicAnswer"/>, which is the same for every address, and send what the decision leads to to the address itself.
/// </remarks>
public interface IRegistrations
{
    /// <summary>Decides. Reads only, and as much for every address.</summary>
    /// <param name="address">The e-mail address or phone number as it was typed.</param>
    /// <param name="tenant">The tenant where somebody registers, or null where the page does not know it: open invitations of all tenants count then.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<RegistrationDecision> DecideAsync(string? address, TenantId? tenant = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Lets somebody join by themselves, with the grant of <see cref="TenantSettings.Registration"/>. It goes the way of an invitation: the policies, seats,
    /// the acceptance check and the host's <see cref="IInvitationAcceptanceHandler"/> have their say, and of callers at once one joins.
    /// </summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="person">
    /// Who joins, with an address that the host has verified: <see cref="Acceptor.User"/>, or <see cref="Acceptor.SigningUp"/> with a verified address.
    /// </param>
    /// <param name="profile">What the person filled in, or null.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<AcceptResult> RegisterAsync(TenantId tenant, Acceptor person, Profile? profile = null, CancellationToken cancellationToken = default);
}
