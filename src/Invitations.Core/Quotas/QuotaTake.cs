namespace Invitations;

/// <summary>What the counters granted for a list of messages, given out one message after the other.</summary>
internal sealed class QuotaTake(IReadOnlyList<QuotaDemand> demands, IReadOnlyList<QuotaCounter[]> countersOf, IReadOnlyList<QuotaCap> caps)
{
    /// <summary>No quota holds.</summary>
    public static QuotaTake Unlimited { get; } = new([], [], []);

    /// <summary>What speaks against the message; empty where nothing does.</summary>
    public IReadOnlyList<InvitationError> Check(int index)
    {
        if (index >= demands.Count)
            return [];
        List<InvitationError>? errors = null;
        foreach (var counter in countersOf[index])
        {
            if (counter.Left < 1)
                (errors ??= []).Add(counter.Error!);
        }

        if (demands[index].Opens)
        {
            foreach (var cap in caps.Where(cap => cap.Left < 1))
                (errors ??= []).Add(cap.Error);
        }

        return errors ?? (IReadOnlyList<InvitationError>)[];
    }

    /// <summary>From when on the message is possible again, or null where nothing speaks against it now.</summary>
    public DateTimeOffset? RetryAt(int index) => index < demands.Count
        ? countersOf[index].Where(counter => counter.Left < 1).Select(counter => (DateTimeOffset?)counter.EndsAt).Max()
        : null;

    /// <summary>Uses what <see cref="Check"/> found to be left.</summary>
    public void Use(int index)
    {
        if (index >= demands.Count)
            return;
        foreach (var counter in countersOf[index])
            counter.Take();
        if (demands[index].Opens)
        {
            foreach (var cap in caps)
                cap.Left--;
        }
    }

    public IEnumerable<QuotaCounter> CountersOf(int index) => index < demands.Count ? countersOf[index] : [];

    /// <summary>The message was not written after all.</summary>
    public void Undo(int index)
    {
        if (index >= demands.Count)
            return;
        foreach (var counter in countersOf[index])
            counter.GiveBack();
    }

    /// <summary>The counters of which something was granted that nobody used.</summary>
    public IEnumerable<QuotaCounter> Leftovers => countersOf.SelectMany(counters => counters).Distinct().Where(counter => counter.Left > 0);
}
