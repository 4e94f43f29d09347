namespace Invitations;

/// <summary>Where a delivery is.</summary>
public enum DeliveryStatus
{
    /// <summary>To be sent at its due time; leased to a worker while its lease lasts.</summary>
    Waiting,

    /// <summary>Handed to the provider.</summary>
    Sent,

    /// <summary>Given up: refused for good, or out of attempts.</summary>
    Failed,

    /// <summary>Not wanted any more: the invitation ended or got a new secret before it was sent.</summary>
    Cancelled,
}
