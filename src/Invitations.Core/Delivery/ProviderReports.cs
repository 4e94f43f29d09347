using Invitations.Stores;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Invitations;

internal sealed class ProviderReports(
    IStoreTransaction transaction,
    IDeliveryStore deliveries,
    IDeliveryReceiptStore receipts,
    IInvitationStore invitations,
    IDueStore due,
    SuppressionWriter suppressions,
    GivenUpMessages givenUp,
    EventPublisher events,
    InvitationClock clock,
    Instrumentation instrumentation,
    ILogger<ProviderReports>? logger = null) : IProviderReports
{
    private readonly ILogger _logger = logger ?? NullLogger<ProviderReports>.Instance;

    public async Task<ProviderReportOutcome> ReportAsync(ProviderReport report, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        using var activity = instrumentation.Start("invitations.report");
        var (outcome, happened) = await RecordAsync(report, cancellationToken).ConfigureAwait(false);
        instrumentation.Reported(report.Kind, outcome);
        if (happened is { Delivery: { } delivery })
        {
            Log.ProviderReported(_logger, delivery.Id, delivery.Channel, report.Kind);
            await events.PublishAsync([happened], cancellationToken).ConfigureAwait(false);
        }

        return outcome;
    }

    private async Task<(ProviderReportOutcome Outcome, InvitationEvent? Event)> RecordAsync(ProviderReport report, CancellationToken cancellationToken)
    {
        var delivery = await FindAsync(report, cancellationToken).ConfigureAwait(false);
        if (delivery is not ({ Status: DeliveryStatus.Sent } or { Status: DeliveryStatus.Failed, Reported: not null })
            || !string.Equals(delivery.Channel, report.Channel, StringComparison.Ordinal))
            return (ProviderReportOutcome.Unknown, null);

        var isBounce = report.Kind is ProviderReportKind.SoftBounced or ProviderReportKind.HardBounced;
        var receipt = new DeliveryReceipt { Id = delivery.Id, Kind = report.Kind, At = clock.Now, Error = isBounce ? ProviderReason.Of(report) : null };
        var (isRecorded, invitation) = await transaction
            .ExecuteAsync(token => WriteAsync(delivery, receipt, token), cancellationToken)
            .ConfigureAwait(false);
        if (!isRecorded)
            return (ProviderReportOutcome.Unchanged, null);
        if (invitation is null)
            return (ProviderReportOutcome.Recorded, null);

        var recorded = delivery with { Reported = receipt.Kind, ReportedAt = receipt.At };
        var happened = isBounce
            ? new InvitationEvent(InvitationEventKind.DeliveryFailed, invitation, receipt.At)
            {
                Delivery = recorded with { Status = DeliveryStatus.Failed, EndedAt = receipt.At, LastError = receipt.Error },
            }
            : new InvitationEvent(InvitationEventKind.DeliveryReported, invitation, receipt.At) { Delivery = recorded };
        return (ProviderReportOutcome.Recorded, happened);
    }

    private async Task<Delivery?> FindAsync(ProviderReport report, CancellationToken cancellationToken) => report switch
    {
        { DeliveryId: { } id } => await receipts.FindAsync(id, cancellationToken).ConfigureAwait(false),
        { ProviderMessageId: { Length: > 0 } name } => await receipts.FindAsync(report.Channel, name, cancellationToken).ConfigureAwait(false),
        _ => null,
    };

    private async Task<TransactionOutcome<(bool IsRecorded, Invitation? Invitation)>> WriteAsync(
        Delivery delivery, DeliveryReceipt receipt, CancellationToken cancellationToken)
    {
        if (!await receipts.RecordAsync(receipt, cancellationToken).ConfigureAwait(false))
            return TransactionOutcome.Rollback<(bool, Invitation?)>((false, null));
        var found = await invitations.FindAsync(delivery.Tenant, [delivery.InvitationId], cancellationToken).ConfigureAwait(false);
        var invitation = found.SingleOrDefault();

        // What was sent before the present secret may have gone to another address, and a notice has gone to the inviter.
        var isAboutThePerson = delivery.Purpose is DeliveryPurpose.Invitation or DeliveryPurpose.Reinvite or DeliveryPurpose.Reminder;
        if (isAboutThePerson && invitation?.SecretVersion == delivery.SecretVersion)
        {
            if (receipt.Kind is ProviderReportKind.Complained && AddressOf(invitation, delivery.Channel) is { } address)
            {
                await suppressions
                    .AddAsync(invitation.Tenant, [address], SuppressionReason.Complaint, null, invitation.Id, cancellationToken)
                    .ConfigureAwait(false);
            }

            if (receipt.Kind is ProviderReportKind.HardBounced)
            {
                var bounced = delivery with { Status = DeliveryStatus.Failed, EndedAt = receipt.At, LastError = receipt.Error };
                await givenUp.FollowAsync([(bounced, invitation)], cancellationToken).ConfigureAwait(false);
            }

            if (receipt.Kind is ProviderReportKind.HardBounced or ProviderReportKind.Complained)
                await StopRemindersAsync(invitation, cancellationToken).ConfigureAwait(false);
        }

        return TransactionOutcome.Commit<(bool, Invitation?)>((true, invitation));
    }

    private static string? AddressOf(Invitation invitation, string channel) => channel switch
    {
        DeliveryChannels.Email => invitation.Recipient.Email,
        DeliveryChannels.Sms => invitation.Recipient.Phone,
        _ => null,
    };

    /// <summary>Where no message of the present secret reached the person, and none is on its way, a reminder would not either.</summary>
    private async Task StopRemindersAsync(Invitation invitation, CancellationToken cancellationToken)
    {
        if (invitation is not { Status: InvitationStatus.Pending, ReminderDueAt: not null })
            return;
        var sent = await deliveries.ListAsync(invitation.Tenant, invitation.Id, cancellationToken).ConfigureAwait(false);
        var reaches = sent.Any(delivery => delivery.SecretVersion == invitation.SecretVersion
            && delivery.Status is DeliveryStatus.Sent or DeliveryStatus.Waiting
            && delivery.Reported is not ProviderReportKind.Complained);
        if (!reaches)
            await due.MoveRemindersAsync([new(invitation.Id, invitation.Version, null)], cancellationToken).ConfigureAwait(false);
    }
}
