using Microsoft.Extensions.Options;

namespace Invitations;

internal sealed class DeliveryOptionsRules : IValidateOptions<DeliveryOptions>
{
    public ValidateOptionsResult Validate(string? name, DeliveryOptions options)
    {
        var mistakes = new List<string>();
        if (options.BatchSize < 1)
            mistakes.Add($"INV005: DeliveryOptions.BatchSize must be 1 or more, was {options.BatchSize}.");
        if (options.Lease <= TimeSpan.Zero)
            mistakes.Add($"INV005: DeliveryOptions.Lease must be longer than zero, was {options.Lease}.");
        if (options.MaxAttempts < 1)
            mistakes.Add($"INV005: DeliveryOptions.MaxAttempts must be 1 or more, was {options.MaxAttempts}.");
        if (options.FirstRetry <= TimeSpan.Zero)
            mistakes.Add($"INV005: DeliveryOptions.FirstRetry must be longer than zero, was {options.FirstRetry}.");
        if (options.LongestRetry < options.FirstRetry)
            mistakes.Add($"INV005: DeliveryOptions.LongestRetry must not be shorter than FirstRetry ({options.FirstRetry}), was {options.LongestRetry}.");
        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }
}
