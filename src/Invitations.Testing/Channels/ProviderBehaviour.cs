namespace Invitations.Testing;

/// <summary>How the provider behind a channel behaves in a test.</summary>
public enum ProviderBehaviour
{
    /// <summary>It takes the message.</summary>
    Takes,

    /// <summary>It refuses the message, and will always.</summary>
    RefusesForGood,

    /// <summary>It cannot take the message now.</summary>
    IsBusy,

    /// <summary>It takes the request and never answers.</summary>
    Stalls,

    /// <summary>It cannot be reached.</summary>
    IsAway,
}
