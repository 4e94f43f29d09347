namespace Invitations.Stores.EntityFramework;

/// <summary>The messages taken in one window of time, and what the last request was granted: the statement that grants is the one that knows.</summary>
internal sealed record QuotaCounter(string Key, int Granted, int Taken, int Most, long AskedAt, long EndsAt)
{
    /// <summary>What a request makes of a counter that is not there, or whose window has ended.</summary>
    public static QuotaCounter New(QuotaRequest request, DateTimeOffset now)
    {
        var granted = Math.Min(request.Count, request.Limit);
        return new(request.Key, granted, granted, request.Limit, Instants.Stored(now), Instants.Stored(now + request.Window));
    }
}
