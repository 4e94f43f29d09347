namespace Invitations.Stores.InMemory;

/// <summary>The outbox with everything by which its rows are found. Guarded by <see cref="InMemoryDatabase.Sync"/>.</summary>
internal sealed class DeliveryTable : ITable
{
    private readonly Table<Guid, Delivery> _rows = new();
    private readonly Table<Guid, Guid[]> _ofInvitation = new();
    private readonly Table<(string Channel, string ProviderMessageId), Guid[]> _ofProvider = new();
    private readonly Table<string, DeliveryQueue> _queues = new();

    // Queues are few and never removed; a name that a rolled back transaction brought leads to an empty one.
    private readonly HashSet<string> _channels = new(StringComparer.Ordinal);

    public List<Delivery> Of(TenantId tenant, Guid invitationId, bool drafts)
    {
        var found = new List<Delivery>();
        foreach (var id in _ofInvitation.Find(invitationId, drafts) ?? [])
        {
            if (_rows.Find(id, drafts) is { } delivery && delivery.Tenant == tenant)
                found.Add(delivery);
        }

        return found;
    }

    public void Add(IReadOnlyList<Delivery> deliveries)
    {
        foreach (var delivery in deliveries)
        {
            if (_rows.Find(delivery.Id, drafts: true) is not null)
                throw new ArgumentException($"The delivery {delivery.Id} exists already.", nameof(deliveries));
            _rows.Put(delivery.Id, delivery);
            _ofInvitation.Put(delivery.InvitationId, [.. _ofInvitation.Find(delivery.InvitationId, drafts: true) ?? [], delivery.Id]);
        }

        Name(deliveries);
        Queue([], deliveries);
    }

    public Delivery? Find(Guid id, bool drafts) => _rows.Find(id, drafts);

    /// <summary>The latest made of those that the provider calls so.</summary>
    public Delivery? Find(string channel, string providerMessageId, bool drafts) =>
        (_ofProvider.Find((channel, providerMessageId), drafts) ?? [])
            .Select(id => _rows.Find(id, drafts))
            .Where(delivery => delivery?.ProviderMessageId == providerMessageId)
            .OrderBy(delivery => delivery!.CreatedAt)
            .ThenBy(delivery => delivery!.Id)
            .LastOrDefault();

    public bool Record(DeliveryReceipt receipt)
    {
        if (_rows.Find(receipt.Id, drafts: true) is not { } delivery
            || delivery is not ({ Status: DeliveryStatus.Sent } or { Status: DeliveryStatus.Failed, Reported: not null })
            || delivery.Reported >= receipt.Kind)
            return false;
        var recorded = delivery with { Reported = receipt.Kind, ReportedAt = receipt.At };
        _rows.Put(delivery.Id, receipt.Kind is not (ProviderReportKind.SoftBounced or ProviderReportKind.HardBounced) ? recorded : recorded with
        {
            Status = DeliveryStatus.Failed,
            EndedAt = receipt.At,
            LastError = receipt.Error,
        });
        return true;
    }

    public List<Delivery> Claim(DeliveryClaim claim)
    {
        if (claim.Take <= 0)
            return [];
        var channels = claim.Channels.Count == 0 ? _channels : claim.Channels.ToHashSet(StringComparer.Ordinal);
        var candidates = new List<Delivery>();
        foreach (var channel in channels)
            candidates.AddRange((_queues.Find(channel, drafts: true) ?? DeliveryQueue.Empty).Claimable(claim.Now, claim.Take));
        candidates.Sort(static (x, y) => new Place(x.DueAt, x.Id).CompareTo(new(y.DueAt, y.Id)));
        if (candidates.Count > claim.Take)
            candidates.RemoveRange(claim.Take, candidates.Count - claim.Take);
        var leasedUntil = claim.Now + claim.Lease;
        var claimed = candidates.ConvertAll(delivery => delivery with
        {
            Attempts = delivery.Attempts + 1,
            Fence = delivery.Fence + 1,
            LeasedUntil = leasedUntil,
        });
        Replace(candidates, claimed);
        return claimed;
    }

    public List<Guid> Report(IReadOnlyList<DeliveryReport> reports)
    {
        var (before, after) = (new List<Delivery>(reports.Count), new List<Delivery>(reports.Count));
        foreach (var report in reports)
        {
            if (_rows.Find(report.Id, drafts: true) is not { Status: DeliveryStatus.Waiting } delivery || delivery.Fence != report.Fence)
                continue;
            var isWaiting = report.Status == DeliveryStatus.Waiting;
            before.Add(delivery);
            after.Add(delivery with
            {
                Status = report.Status,
                DueAt = isWaiting ? report.DueAt ?? delivery.DueAt : delivery.DueAt,
                Attempts = isWaiting && report.IsUntried ? delivery.Attempts - 1 : delivery.Attempts,
                LeasedUntil = null,
                EndedAt = isWaiting ? null : report.At,
                ProviderMessageId = report.ProviderMessageId,
                LastError = report.Error,
            });
        }

        Replace(before, after);
        return after.ConvertAll(delivery => delivery.Id);
    }

    public int Cancel(TenantId tenant, IReadOnlyCollection<Guid> invitationIds, DateTimeOffset at)
    {
        var waiting = new List<Delivery>();
        foreach (var invitationId in invitationIds.Distinct())
            waiting.AddRange(Of(tenant, invitationId, drafts: true).FindAll(delivery => delivery.Status == DeliveryStatus.Waiting));
        Replace(waiting, waiting.ConvertAll(delivery => delivery with { Status = DeliveryStatus.Cancelled, LeasedUntil = null, EndedAt = at }));
        return waiting.Count;
    }

    /// <summary>The waiting deliveries of a channel that are due, leased ones too, the longest due first.</summary>
    public IEnumerable<Delivery> Due(string channel, DateTimeOffset now, bool drafts) => (_queues.Find(channel, drafts) ?? DeliveryQueue.Empty).Due(now);

    /// <summary>All deliveries, in no order.</summary>
    public IEnumerable<Delivery> All(bool drafts) => _rows.Rows(drafts);

    public void Replace(List<Delivery> before, List<Delivery> after)
    {
        foreach (var delivery in after)
            _rows.Put(delivery.Id, delivery);
        Name(after);
        Queue(before, after);
    }

    public void Remove(List<Delivery> deliveries)
    {
        foreach (var ofInvitation in deliveries.GroupBy(delivery => delivery.InvitationId))
        {
            var removed = ofInvitation.Select(delivery => delivery.Id).ToHashSet();
            removed.ToList().ForEach(_rows.Remove);
            var rest = (_ofInvitation.Find(ofInvitation.Key, drafts: true) ?? []).Where(id => !removed.Contains(id)).ToArray();
            if (rest.Length == 0)
                _ofInvitation.Remove(ofInvitation.Key);
            else
                _ofInvitation.Put(ofInvitation.Key, rest);
        }

        deliveries.ForEach(Unname);
        Queue(deliveries, []);
    }

    public void Commit()
    {
        _rows.Commit();
        _ofInvitation.Commit();
        _ofProvider.Commit();
        _queues.Commit();
    }

    public void Rollback()
    {
        _rows.Rollback();
        _ofInvitation.Rollback();
        _ofProvider.Rollback();
        _queues.Rollback();
    }

    /// <summary>Notes what providers call deliveries. A name that a delivery has no more leads to it still, and is not found there.</summary>
    private void Name(IReadOnlyList<Delivery> deliveries)
    {
        foreach (var delivery in deliveries)
        {
            if (delivery.ProviderMessageId is not { } name)
                continue;
            var known = _ofProvider.Find((delivery.Channel, name), drafts: true) ?? [];
            if (!known.Contains(delivery.Id))
                _ofProvider.Put((delivery.Channel, name), [.. known, delivery.Id]);
        }
    }

    private void Unname(Delivery delivery)
    {
        if (delivery.ProviderMessageId is not { } name)
            return;
        var rest = (_ofProvider.Find((delivery.Channel, name), drafts: true) ?? []).Where(id => id != delivery.Id).ToArray();
        if (rest.Length == 0)
            _ofProvider.Remove((delivery.Channel, name));
        else
            _ofProvider.Put((delivery.Channel, name), rest);
    }

    private void Queue(IReadOnlyList<Delivery> removed, IReadOnlyList<Delivery> added)
    {
        foreach (var channel in added.Concat(removed).Select(delivery => delivery.Channel).Distinct(StringComparer.Ordinal))
        {
            bool IsOfChannel(Delivery delivery) => string.Equals(delivery.Channel, channel, StringComparison.Ordinal);
            _channels.Add(channel);
            var queue = _queues.Find(channel, drafts: true) ?? DeliveryQueue.Empty;
            _queues.Put(channel, queue.With([.. removed.Where(IsOfChannel)], [.. added.Where(IsOfChannel)]));
        }
    }
}
