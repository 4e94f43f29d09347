using Invitations.Stores;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Invitations;

/// <summary>What follows where messages were given up, in the transaction that writes it down: the next channel is tried, or the inviter is told.</summary>
internal sealed class GivenUpMessages(
    IDeliveryStore deliveries,
    IAuditStore audit,
    TenantSettingsReader settings,
    InviterNotices notices,
    InvitationClock clock,
    ILogger<GivenUpMessages>? logger = null)
{
    private readonly ILogger _logger = logger ?? NullLogger<GivenUpMessages>.Instance;

    /// <param name="failed">The deliveries as they ended, each with its invitation.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>How many messages were queued.</returns>
    public async Task<int> FollowAsync(IReadOnlyList<(Delivery Delivery, Invitation Invitation)> failed, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        var toPeople = failed.Where(it => !it.Delivery.Purpose.IsNotice() && it.Delivery.Purpose.IsWanted(it.Delivery, it.Invitation, now)).ToList();
        var (queued, entries) = (new List<Delivery>(), new List<AuditEntry>());
        foreach (var ofTenant in toPeople.GroupBy(it => it.Delivery.Tenant))
        {
            if (await ReadSettingsAsync(ofTenant.Key, cancellationToken).ConfigureAwait(false) is not { } own || !Follows(own))
                continue;
            var references = ofTenant.Select(it => new InvitationReference(ofTenant.Key, it.Invitation.Id)).Distinct().ToList();
            var known = (await deliveries.ListOfManyAsync(references, cancellationToken).ConfigureAwait(false)).ToLookup(delivery => delivery.InvitationId);
            foreach (var (delivery, invitation) in ofTenant)
                Follow(delivery, invitation, own, [.. known[invitation.Id], .. queued.Where(it => it.InvitationId == invitation.Id)], queued, entries, now);
        }

        if (queued.Count > 0)
            await deliveries.AddAsync(queued, cancellationToken).ConfigureAwait(false);
        if (entries.Count > 0)
            await audit.AppendAsync(entries, cancellationToken).ConfigureAwait(false);
        return queued.Count;
    }

    private bool Follows(TenantSettings own) => own.FallbackChannels.Count > 0 || (own.Notices.DeliveryFailed && notices.CanBeSent);

    private void Follow(
        Delivery failed, Invitation invitation, TenantSettings own, List<Delivery> known, List<Delivery> queued, List<AuditEntry> entries, DateTimeOffset now)
    {
        var ofSecret = known.FindAll(delivery => delivery.SecretVersion == failed.SecretVersion);
        if (ChannelFallback.Next(own.FallbackChannels, failed.Channel, invitation.Recipient, ofSecret) is { } next)
        {
            queued.Add(Follower(failed, next, failed.Purpose, now));
            entries.Add(AuditTrail.Entry(
                invitation.Tenant, invitation.Id, AuditAction.FellBack, null, now, ("from", failed.Channel), ("to", next)));
            return;
        }

        // One notice for a secret: that the reminder did not arrive either is no news.
        if (own.Notices.DeliveryFailed && notices.CanBeSentTo(invitation) && !ofSecret.Exists(delivery => delivery.Purpose is DeliveryPurpose.DeliveryFailed))
            queued.Add(Follower(failed, DeliveryChannels.Email, DeliveryPurpose.DeliveryFailed, now));
    }

    private async Task<TenantSettings?> ReadSettingsAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        try
        {
            return await settings.ReadAsync(tenant, cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidOperationException exception)
        {
            // That the message failed is written down all the same, as those of other tenants are.
            Log.SequelOmitted(_logger, exception, tenant);
            return null;
        }
    }

    private static Delivery Follower(Delivery failed, string channel, DeliveryPurpose purpose, DateTimeOffset now) => new()
    {
        Id = TimeOrderedId.At(now),
        Tenant = failed.Tenant,
        InvitationId = failed.InvitationId,
        SecretVersion = failed.SecretVersion,
        Channel = channel,
        Purpose = purpose,
        CreatedAt = now,
        DueAt = now,
    };
}
