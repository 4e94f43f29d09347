namespace Invitations;

/// <summary>What became of one message.</summary>
public sealed class DeliveryOutcome
{
    private const int MaxProviderMessageId = 200;

    private DeliveryOutcome(DeliveryStatus status, string? detail, TimeSpan? retryAfter)
    {
        Status = status;
        Detail = detail;
        RetryAfter = retryAfter;
    }

    internal DeliveryStatus Status { get; }

    internal string? Detail { get; }

    internal TimeSpan? RetryAfter { get; }

    /// <summary>The provider has taken the message.</summary>
    /// <param name="providerMessageId">What the provider calls it, at most 200 characters, or null. A longer name is not kept.</param>
    public static DeliveryOutcome Sent(string? providerMessageId = null) =>
        new(DeliveryStatus.Sent, providerMessageId is { Length: <= MaxProviderMessageId } ? providerMessageId : null, null);

    /// <summary>The provider cannot take it now (SMTP 421, HTTP 429 or 503).</summary>
    /// <param name="reason">Why, without addresses; it is kept with the delivery.</param>
    /// <param name="after">When the provider wants it again, or null for the usual waiting time.</param>
    public static DeliveryOutcome Retry(string reason, TimeSpan? after = null) => new(DeliveryStatus.Waiting, reason, after);

    /// <summary>The message can never be taken (SMTP 550, an address that does not exist).</summary>
    /// <param name="reason">Why, without addresses; it is kept with the delivery.</param>
    public static DeliveryOutcome Undeliverable(string reason) => new(DeliveryStatus.Failed, reason, null);
}
