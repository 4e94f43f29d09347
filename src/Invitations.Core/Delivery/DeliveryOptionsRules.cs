using Microsoft.Extensions.Options;

namespace Invitations;

internal sealed class DeliveryOptionsRules : IValidateOptions<DeliveryOptions>
{
    public ValidateOptionsResult Validate(string? name, DeliveryOptions options)
    {
        var mistakes = MistakesIn(options).Select(mistake => $"INV005: DeliveryOptions.{mistake}").ToList();
        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }

    private static IEnumerable<string> MistakesIn(DeliveryOptions options)
    {
        if (options.MaxInFlight < 1)
            yield return $"MaxInFlight must be 1 or more, was {options.MaxInFlight}.";
        foreach (var (channel, limits) in options.Channels)
        {
            if (limits is null)
            {
                yield return $"Channels[\"{channel}\"] must not be null; leave the channel out where it has no limits of its own.";
                continue;
            }

            if (limits.MaxInFlight < 1)
                yield return $"Channels[\"{channel}\"].MaxInFlight must be 1 or more, or null for that of all channels, was {limits.MaxInFlight}.";
            if (limits.Messages < 1)
                yield return $"Channels[\"{channel}\"].Messages must be 1 or more, or null for no rate, was {limits.Messages}.";
            if (limits.Per <= TimeSpan.Zero || limits.Per > TimeSpan.FromDays(1))
                yield return $"Channels[\"{channel}\"].Per must be longer than zero and at most a day, was {limits.Per}.";
        }

        if (options.SendTimeout <= TimeSpan.Zero)
            yield return $"SendTimeout must be longer than zero, was {options.SendTimeout}.";
        if (options.StopTimeout < TimeSpan.Zero)
            yield return $"StopTimeout must be zero or longer, was {options.StopTimeout}.";
        if (options.Lease <= options.SendTimeout + options.StopTimeout)
            yield return $"Lease must be longer than SendTimeout and StopTimeout together ({options.SendTimeout + options.StopTimeout}), was {options.Lease}.";
        if (options.MaxAttempts < 1)
            yield return $"MaxAttempts must be 1 or more, was {options.MaxAttempts}.";
        if (options.FirstRetry <= TimeSpan.Zero)
            yield return $"FirstRetry must be longer than zero, was {options.FirstRetry}.";
        if (options.LongestRetry < options.FirstRetry)
            yield return $"LongestRetry must not be shorter than FirstRetry ({options.FirstRetry}), was {options.LongestRetry}.";
    }
}
