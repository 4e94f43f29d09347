namespace Invitations.Notifications.Tests.Hosting;

/// <summary>The real time, and what a test has put in front of it: servers and timeouts are real, waiting times are passed over.</summary>
internal sealed class ShiftedTime : TimeProvider
{
    private TimeSpan _shift;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _shift;

    public void Advance(TimeSpan by) => _shift += by;
}
