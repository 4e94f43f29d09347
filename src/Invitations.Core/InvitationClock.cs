namespace Invitations;

/// <summary>The one clock. Instants are cut to microseconds, so that a store gives back what it was given.</summary>
internal sealed class InvitationClock(TimeProvider time)
{
    public DateTimeOffset Now => Cut(time.GetUtcNow());

    /// <summary>The instant in UTC, cut to microseconds.</summary>
    public static DateTimeOffset Cut(DateTimeOffset instant) =>
        new(instant.UtcTicks - (instant.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
}
