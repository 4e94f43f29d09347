using Microsoft.Extensions.Options;

namespace Invitations;

internal sealed class MaintenanceOptionsRules : IValidateOptions<MaintenanceOptions>
{
    private const int MaxBatchSize = 10_000;

    public ValidateOptionsResult Validate(string? name, MaintenanceOptions options)
    {
        var mistakes = new List<string>();
        if (options.BatchSize is < 1 or > MaxBatchSize)
            mistakes.Add($"INV005: MaintenanceOptions.BatchSize must be 1 to {MaxBatchSize}, was {options.BatchSize}.");
        if (options.IdempotencyKept <= TimeSpan.Zero)
            mistakes.Add($"INV005: MaintenanceOptions.IdempotencyKept must be longer than zero, was {options.IdempotencyKept}.");
        if (options.StagingKept <= TimeSpan.Zero)
            mistakes.Add($"INV005: MaintenanceOptions.StagingKept must be longer than zero, was {options.StagingKept}.");
        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }
}
