namespace Invitations;

/// <summary>Who gives grants to people who have an account.</summary>
internal static class DirectGrants
{
    /// <exception cref="InvalidOperationException">INV007: the host has not registered anybody.</exception>
    public static IDirectGrantHandler Required(IDirectGrantHandler? handler) => handler ?? throw new InvalidOperationException(
        "INV007: WhenAccountExists.GrantDirectly needs somebody to give the grant. " +
        "Register your handler: services.AddInvitations(...).AddDirectGrantHandler<YourHandler>().");
}
