using Microsoft.Extensions.Options;

namespace Invitations;

internal sealed class DispatcherOptionsRules : IValidateOptions<DispatcherOptions>
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    public ValidateOptionsResult Validate(string? name, DispatcherOptions options)
    {
        (string Name, TimeSpan? Value)[] intervals =
        [
            (nameof(options.PollInterval), options.PollInterval),
            (nameof(options.MaintenanceInterval), options.MaintenanceInterval),
            (nameof(options.RetentionInterval), options.RetentionInterval),
            (nameof(options.BacklogInterval), options.BacklogInterval),
            (nameof(options.LongestPause), options.LongestPause),
        ];
        var mistakes = intervals
            .Where(interval => interval.Value <= TimeSpan.Zero || interval.Value > Longest)
            .Select(interval => $"INV037: DispatcherOptions.{interval.Name} must be longer than zero and at most {Longest.TotalDays} days, was {interval.Value}.")
            .ToList();
        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }
}
