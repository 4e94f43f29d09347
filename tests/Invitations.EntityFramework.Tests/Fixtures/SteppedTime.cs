namespace Invitations.EntityFramework.Tests.Fixtures;

/// <summary>A clock that a test moves on.</summary>
internal sealed class SteppedTime : TimeProvider
{
    private DateTimeOffset _now = new(2031, 5, 4, 10, 20, 30, TimeSpan.Zero);

    public void Advance(TimeSpan step) => _now += step;

    public override DateTimeOffset GetUtcNow() => _now;
}
