using Invitations.Stores;

namespace Invitations;

/// <summary>Where text messages may go, and how many: against whoever has messages sent to expensive numbers.</summary>
internal sealed class SmsPrefixes(IQuotaStore quotas, IStoreTransaction transaction, TimeProvider time)
{
    public static bool Allows(SmsGatewayOptions options, string number) =>
        options.AllowedPrefixes.Any(prefix => number.StartsWith(prefix, StringComparison.Ordinal));

    /// <summary>Counts a message.</summary>
    /// <returns>How long to wait where the cap is reached, otherwise null.</returns>
    public async Task<TimeSpan?> TakeAsync(SmsGatewayOptions options, string number, CancellationToken cancellationToken)
    {
        var cap = options.PrefixCaps
            .Where(cap => number.StartsWith(cap.Prefix, StringComparison.Ordinal))
            .MaxBy(cap => cap.Prefix.Length);
        if (cap is null)
            return null;

        // As everywhere, instants have microseconds.
        var now = time.GetUtcNow();
        now = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
        var request = new QuotaRequest($"sms-prefix:{cap.Prefix}:{cap.Window.Ticks}", 1, cap.Limit, cap.Window);
        var grants = await transaction
            .ExecuteAsync(async token => TransactionOutcome.Commit(await quotas.TakeAsync([request], now, token).ConfigureAwait(false)), cancellationToken)
            .ConfigureAwait(false);
        return grants[0].Granted > 0 ? null : grants[0].EndsAt - now;
    }
}
