using System.Text;
using Invitations.Stores;
using Microsoft.Extensions.Options;

namespace Invitations;

/// <summary>Decides what is recorded of an attempt, and when the next one is due: exponential backoff with jitter, or when the provider says.</summary>
internal sealed class RetrySchedule(IOptionsMonitor<DeliveryOptions> options)
{
    private const int MaxDoublings = 30;

    /// <summary>More of a provider's answer than that is not kept.</summary>
    private const int LongestText = 500;

    /// <param name="delivery">The delivery as claimed.</param>
    /// <param name="outcome">What the channel said, or null where the message is not wanted any more.</param>
    /// <param name="now">The present instant.</param>
    public DeliveryReport ReportOn(Delivery delivery, DeliveryOutcome? outcome, DateTimeOffset now)
    {
        var status = outcome?.Status ?? DeliveryStatus.Cancelled;
        if (status is DeliveryStatus.Waiting && delivery.Attempts >= options.CurrentValue.MaxAttempts)
            status = DeliveryStatus.Failed;
        return new()
        {
            Id = delivery.Id,
            Fence = delivery.Fence,
            Status = status,
            At = now,
            DueAt = status is DeliveryStatus.Waiting ? now + (outcome!.RetryAfter ?? Wait(delivery.Attempts)) : null,
            ProviderMessageId = status is DeliveryStatus.Sent ? Clean(outcome!.Detail) : null,
            Error = status is DeliveryStatus.Sent ? null : Clean(outcome?.Detail),
        };
    }

    /// <summary>A message that was claimed and not begun: due as before, without an attempt.</summary>
    public static DeliveryReport GivenBack(Delivery delivery) => new()
    {
        Id = delivery.Id,
        Fence = delivery.Fence,
        Status = DeliveryStatus.Waiting,
        IsUntried = true,
        At = delivery.DueAt,
        Error = delivery.LastError,
    };

    /// <summary>A provider's text fits any database: one that is refused would keep what is written together with it from being written.</summary>
    private static string? Clean(string? text)
    {
        if (text is null || (text.Length <= LongestText && !text.AsSpan().ContainsAnyInRange('\0', '\u001F') && !text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF')))
            return text;
        var clean = new StringBuilder(Math.Min(text.Length, LongestText));
        foreach (var rune in text.EnumerateRunes())
        {
            if (clean.Length >= LongestText - 1)
                break;
            clean.Append(Rune.IsControl(rune) ? " " : rune.ToString());
        }

        return clean.ToString();
    }

    /// <summary>Half of the doubled time, and a random part of the other half: many that failed together do not come back together.</summary>
    private TimeSpan Wait(int attempts)
    {
        var doubled = options.CurrentValue.FirstRetry.TotalSeconds * Math.Pow(2, Math.Clamp(attempts - 1, 0, MaxDoublings));
        var longest = Math.Min(doubled, options.CurrentValue.LongestRetry.TotalSeconds);
#pragma warning disable CA5394 // Spreads load; nothing secret depends on it.
        var seconds = (longest / 2) + (longest / 2 * Random.Shared.NextDouble());
#pragma warning restore CA5394
        return TimeSpan.FromMilliseconds((long)(seconds * 1000));
    }
}
