using Invitations.Stores;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Invitations;

/// <summary>Writes what became of some messages, with what follows from it, in one transaction.</summary>
internal sealed class DeliveryRecorder(
    IStoreTransaction transaction,
    IDeliveryStore deliveries,
    GivenUpMessages givenUp,
    DeliverySignal signal,
    Instrumentation instrumentation,
    ILogger<DeliveryRecorder>? logger = null)
{
    private readonly ILogger _logger = logger ?? NullLogger<DeliveryRecorder>.Instance;

    public async Task WriteAsync(IReadOnlyList<FinishedMessage> some, CancellationToken cancellationToken)
    {
        DeliveryReport[] reports = [.. some.Select(finished => finished.Report)];
        var written = some.Any(finished => finished.IsGivenUp)
            ? await transaction
                .ExecuteAsync(async token => TransactionOutcome.Commit(await WriteWithSequelAsync(some, reports, token).ConfigureAwait(false)), cancellationToken)
                .ConfigureAwait(false)
            : await WriteAsync(reports, cancellationToken).ConfigureAwait(false);
        foreach (var finished in some)
        {
            var isWritten = written.Contains(finished.Message.Delivery.Id);
            if (isWritten && !finished.Report.IsUntried)
            {
                instrumentation.Delivered(finished.Message.Delivery.Channel, finished.Report.Status);
                Log.Delivered(_logger, finished.Message.Delivery.Id, finished.Message.Delivery.Channel, finished.Report.Status);
            }

            finished.Complete(isWritten);
        }
    }

    private async Task<HashSet<Guid>> WriteAsync(DeliveryReport[] reports, CancellationToken cancellationToken) =>
        [.. await deliveries.ReportAsync(reports, cancellationToken).ConfigureAwait(false)];

    private async Task<HashSet<Guid>> WriteWithSequelAsync(
        IReadOnlyList<FinishedMessage> some, DeliveryReport[] reports, CancellationToken cancellationToken)
    {
        var written = await WriteAsync(reports, cancellationToken).ConfigureAwait(false);
        var failed = some
            .Where(finished => finished.IsGivenUp && finished.Message.Invitation is not null && written.Contains(finished.Message.Delivery.Id))
            .Select(finished => (finished.Ended, finished.Message.Invitation!))
            .ToList();
        if (await givenUp.FollowAsync(failed, cancellationToken).ConfigureAwait(false) > 0)
            signal.Notify();
        return written;
    }
}
