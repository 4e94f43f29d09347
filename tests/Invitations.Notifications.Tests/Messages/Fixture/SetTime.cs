namespace Invitations.Notifications.Tests.Messages.Fixture;

/// <summary>A clock that a test sets: Friday 27 November 2026, 09:13 UTC, until it does.</summary>
internal sealed class SetTime : TimeProvider
{
    public static readonly DateTimeOffset Start = new(2026, 11, 27, 9, 13, 0, TimeSpan.Zero);

    public DateTimeOffset Now { get; set; } = Start;

    public override DateTimeOffset GetUtcNow() => Now;

    public override long GetTimestamp() => Now.UtcTicks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;
}
