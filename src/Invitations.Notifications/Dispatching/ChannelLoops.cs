namespace Invitations;

/// <summary>A loop for each channel, so that a slow one holds up no other.</summary>
internal sealed class ChannelLoops : IDisposable
{
    private readonly ChannelLoop[] _loops;

    public ChannelLoops(IEnumerable<string> channels, Func<string, ChannelLoop> loop) => _loops = [.. channels.Select(loop)];

    public int Count => _loops.Length;

    public Task RunAsync(CancellationToken stoppingToken) => Task.WhenAll(_loops.Select(loop => loop.RunAsync(stoppingToken)));

    public void Wake()
    {
        foreach (var loop in _loops)
            loop.Wake();
    }

    public void Dispose()
    {
        foreach (var loop in _loops)
            loop.Dispose();
    }
}
