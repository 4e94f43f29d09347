namespace Invitations.EntityFramework.Worker;

/// <summary>A clock that is ahead: for its node, the leases of others have run out.</summary>
internal sealed class TimeAhead(TimeSpan ahead) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + ahead;
}
