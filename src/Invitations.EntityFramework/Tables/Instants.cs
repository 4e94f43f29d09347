namespace Invitations.Stores.EntityFramework;

/// <summary>Instants as microseconds since 1970, UTC: sorted and compared alike by every database, and none loses a digit.</summary>
internal static class Instants
{
    /// <summary>What is stored for "never", so that it sorts last and is later than everything.</summary>
    public const long Never = long.MaxValue;

    public static long Stored(DateTimeOffset instant) => (instant.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    public static long? Stored(DateTimeOffset? instant) => instant is { } some ? Stored(some) : null;

    public static long StoredOrNever(DateTimeOffset? instant) => instant is { } some ? Stored(some) : Never;

    public static DateTimeOffset Read(long stored) => new(DateTimeOffset.UnixEpoch.Ticks + (stored * TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);

    public static DateTimeOffset? Read(long? stored) => stored is { } some ? Read(some) : null;

    public static DateTimeOffset? ReadOrNever(long stored) => stored == Never ? null : Read(stored);
}
