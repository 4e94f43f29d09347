namespace Invitations;

/// <summary>How an address may register.</summary>
public enum RegistrationWay
{
    /// <summary>Not at all: the tenant lets nobody with this address in by themselves, or the text is no address.</summary>
    Closed,

    /// <summary>Only by accepting one of the open invitations. Send the person to the message that they have, or send it again.</summary>
    ByInvitation,

    /// <summary>By <see cref="IRegistrations.RegisterAsync"/>, once the address is verified.</summary>
    ByThemselves,

    /// <summary>Not again: the address has an account, whose owner signs in.</summary>
    SignIn,

    /// <summary>Nothing speaks against it. No tenant was named, so that whether people may register without one is the host's to say.</summary>
    Free,
}
