namespace Invitations.Stores.InMemory;

/// <summary>The waiting deliveries of one channel: those that nobody holds by when they are due, and those that are leased by when that ends.</summary>
internal sealed record DeliveryQueue(SortedRows<Delivery> Free, SortedRows<Delivery> Leased)
{
    public static DeliveryQueue Empty { get; } = new(
        new(static row => new(row.DueAt, row.Id)),
        new(static row => new(row.LeasedUntil!.Value, row.Id)));

    public DeliveryQueue With(List<Delivery> removed, List<Delivery> added) => new(
        Free.With(removed.FindAll(IsFree), added.FindAll(IsFree)),
        Leased.With(removed.FindAll(IsLeased), added.FindAll(IsLeased)));

    /// <summary>What can be claimed at an instant: at most so many free ones, the longest due first, then all whose lease has run out.</summary>
    public IEnumerable<Delivery> Claimable(DateTimeOffset now, int take) =>
        Free.After(null).TakeWhile(row => row.DueAt <= now).Take(take)
            .Concat(Leased.After(null).TakeWhile(row => row.LeasedUntil <= now).Where(row => row.DueAt <= now));

    /// <summary>What is due at an instant, held by somebody or not: the free ones in the order in which they are due, then the leased ones.</summary>
    public IEnumerable<Delivery> Due(DateTimeOffset now) =>
        Free.After(null).TakeWhile(row => row.DueAt <= now).Concat(Leased.After(null).Where(row => row.DueAt <= now));

    private static bool IsFree(Delivery delivery) => delivery is { Status: DeliveryStatus.Waiting, LeasedUntil: null };

    private static bool IsLeased(Delivery delivery) => delivery is { Status: DeliveryStatus.Waiting, LeasedUntil: not null };
}
