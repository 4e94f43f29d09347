namespace Invitations;

/// <summary>Who may join a tenant without having been invited.</summary>
public enum SelfRegistration
{
    /// <summary>Nobody.</summary>
    Closed,

    /// <summary>Whoever has an address at one of <see cref="RegistrationSettings.Domains"/>.</summary>
    Domains,

    /// <summary>Everybody whose address may be invited.</summary>
    Everybody,
}
