using Invitations.Stores;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Invitations;

internal sealed class DeliveryDispatcher(
    IDeliveryStore deliveries,
    IInvitationStore invitations,
    LinkMaker links,
    SuppressedAddresses suppressions,
    RetrySchedule retries,
    EventPublisher events,
    InvitationClock clock,
    Instrumentation instrumentation,
    IEnumerable<IInvitationChannel> channels,
    ILogger<DeliveryDispatcher>? logger = null) : IDeliveryDispatcher
{
    private readonly ILogger _logger = logger ?? NullLogger<DeliveryDispatcher>.Instance;
    private readonly Dictionary<string, IInvitationChannel> _channels = ByName(channels);

    public async Task<int> RunOnceAsync(CancellationToken cancellationToken = default)
    {
        if (_channels.Count == 0)
            return 0;

        using var activity = instrumentation.Start("invitations.dispatch");
        var claim = new DeliveryClaim { Now = clock.Now, Lease = retries.Lease, Take = retries.BatchSize, Channels = _channels.Keys };
        var claimed = await deliveries.ClaimAsync(claim, cancellationToken).ConfigureAwait(false);
        if (claimed.Count == 0)
            return 0;

        var remaining = new Queue<Delivery>(claimed);
        try
        {
            var found = await LoadAsync(claimed, cancellationToken).ConfigureAwait(false);
            var suppressed = await FindSuppressedAsync(found.Values, cancellationToken).ConfigureAwait(false);
            while (remaining.Count > 0 && HasLeaseLeft(remaining.Peek()))
            {
                await DeliverAsync(remaining.Peek(), found, suppressed, cancellationToken).ConfigureAwait(false);
                remaining.Dequeue();
            }
        }
        finally
        {
            await GiveBackAsync(remaining).ConfigureAwait(false);
        }

        return claimed.Count;
    }

    private static Dictionary<string, IInvitationChannel> ByName(IEnumerable<IInvitationChannel> channels)
    {
        var byName = new Dictionary<string, IInvitationChannel>(StringComparer.Ordinal);
        foreach (var channel in channels)
            byName[channel.Name] = channel;
        return byName;
    }

    private async Task<Dictionary<Guid, Invitation>> LoadAsync(IReadOnlyList<Delivery> claimed, CancellationToken cancellationToken)
    {
        var found = new Dictionary<Guid, Invitation>(claimed.Count);
        foreach (var ofTenant in claimed.GroupBy(delivery => delivery.Tenant))
        {
            var ids = ofTenant.Select(delivery => delivery.InvitationId).Distinct().ToList();
            foreach (var invitation in await invitations.FindAsync(ofTenant.Key, ids, cancellationToken).ConfigureAwait(false))
                found[invitation.Id] = invitation;
        }

        return found;
    }

    /// <summary>Somebody may have asked not to be written to since the message was queued.</summary>
    private Task<FoundSuppressions> FindSuppressedAsync(IReadOnlyCollection<Invitation> found, CancellationToken cancellationToken)
    {
        var addresses = found
            .SelectMany(invitation => new[] { invitation.Recipient.Email, invitation.Recipient.Phone })
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        return suppressions.FindAsync([.. found.Select(invitation => invitation.Tenant).Distinct()], addresses, cancellationToken);
    }

    private async Task DeliverAsync(
        Delivery delivery, Dictionary<Guid, Invitation> found, FoundSuppressions suppressed, CancellationToken cancellationToken)
    {
        var invitation = found.GetValueOrDefault(delivery.InvitationId);
        var isWanted = invitation is not null
            && invitation.SecretVersion == delivery.SecretVersion
            && invitation.StatusAt(clock.Now) is InvitationStatus.Pending;
        var outcome = !isWanted ? null
            : IsSuppressed(delivery, invitation!, suppressed) ? DeliveryOutcome.Undeliverable("The address is suppressed: its owner does not want to be invited.")
            : await SendAsync(delivery, invitation!, cancellationToken).ConfigureAwait(false);
        var report = retries.ReportOn(delivery, outcome, clock.Now);

        // What a provider has taken is written down even while the host is shutting down: otherwise it would be sent twice.
        if (!await deliveries.ReportAsync(report, CancellationToken.None).ConfigureAwait(false))
        {
            Log.LeaseLost(_logger, delivery.Id);
            return;
        }

        instrumentation.Delivered(delivery.Channel, report.Status);
        Log.Delivered(_logger, delivery.Id, delivery.Channel, report.Status);
        if (invitation is not null && report.Status is DeliveryStatus.Sent or DeliveryStatus.Failed)
        {
            var kind = report.Status is DeliveryStatus.Sent ? InvitationEventKind.Delivered : InvitationEventKind.DeliveryFailed;
            var ended = delivery with
            {
                Status = report.Status,
                EndedAt = report.At,
                LeasedUntil = null,
                ProviderMessageId = report.ProviderMessageId,
                LastError = report.Error,
            };
            await events.PublishAsync([new(kind, invitation!, report.At) { Delivery = ended }], cancellationToken).ConfigureAwait(false);
        }
    }

    private static bool IsSuppressed(Delivery delivery, Invitation invitation, FoundSuppressions suppressed) => delivery.Channel switch
    {
        DeliveryChannels.Email => suppressed.Contains(invitation.Tenant, invitation.Recipient.Email),
        DeliveryChannels.Sms => suppressed.Contains(invitation.Tenant, invitation.Recipient.Phone),
        _ => false,
    };

    private async Task<DeliveryOutcome> SendAsync(Delivery delivery, Invitation invitation, CancellationToken cancellationToken)
    {
        if (links.SecretsOf(invitation) is not { } secrets)
            return DeliveryOutcome.Undeliverable("The key of the access code is retired; issue the invitation again.");

        try
        {
            return await _channels[delivery.Channel].SendAsync(new(delivery, invitation) { Secrets = secrets }, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // One bad message must not block the others: whatever a channel throws, it is tried again later.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            // The type alone: the text of a provider's exception often holds the address.
            var kind = exception.GetType().Name;
            Log.ChannelFailed(_logger, delivery.Channel, delivery.Id, kind);
            return DeliveryOutcome.Retry(kind);
        }
    }

    // A message whose lease might run out while it is sent could be sent by two.
    private bool HasLeaseLeft(Delivery delivery) => delivery.LeasedUntil > clock.Now;

    private async Task GiveBackAsync(IEnumerable<Delivery> remaining)
    {
        foreach (var delivery in remaining)
        {
            var report = new DeliveryReport
            {
                Id = delivery.Id,
                Fence = delivery.Fence,
                Status = DeliveryStatus.Waiting,
                At = clock.Now,
                DueAt = delivery.DueAt,
            };
            await deliveries.ReportAsync(report, CancellationToken.None).ConfigureAwait(false);
        }
    }
}
