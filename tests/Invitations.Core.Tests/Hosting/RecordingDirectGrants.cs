namespace Invitations.Tests.Hosting;

/// <summary>Remembers what it was to grant, and fails where a test says so.</summary>
internal sealed class RecordingDirectGrants : IDirectGrantHandler
{
    public List<DirectGrantContext> Granted { get; } = [];

    public Func<DirectGrantContext, Exception?>? Failure { get; set; }

    public ValueTask GrantAsync(DirectGrantContext context, CancellationToken cancellationToken)
    {
        if (Failure?.Invoke(context) is { } exception)
            throw exception;
        Granted.Add(context);
        return default;
    }
}
