namespace Invitations.TrimmedProgram;

internal sealed class FixedTime : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => new(2026, 3, 9, 8, 30, 0, TimeSpan.Zero);
}
