using System.Net;
using System.Net.Sockets;

namespace Invitations.EntityFramework.ProcessTests.Network;

/// <summary>Stands between a host and its server, and can lose the server's answer to a commit: the transaction is committed, and nobody is told.</summary>
internal sealed class CuttingProxy : IAsyncDisposable
{
    // A simple query with the text COMMIT. What the driver asks for when it connects has a commit too, among other statements.
    private static readonly byte[] s_commit = [(byte)'Q', 0, 0, 0, 11, .. "COMMIT\0"u8];

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly int _serverPort;
    private readonly Task _accepting;
    private int _cuts;
    private int _toCut;

    public CuttingProxy(int serverPort)
    {
        _serverPort = serverPort;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>How many answers were lost.</summary>
    public int Cuts => Volatile.Read(ref _cuts);

    /// <summary>Cuts the connection that commits next, after the server has done so.</summary>
    public void CutAfterNextCommit() => Interlocked.Exchange(ref _toCut, 1);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _accepting;
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
                connections.Add(RelayAsync(await _listener.AcceptTcpClientAsync(_end.Token)));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task RelayAsync(TcpClient client)
    {
        using var server = new TcpClient();
        using (client)
        {
            await server.ConnectAsync(IPAddress.Loopback, _serverPort, _end.Token);
            var link = new Link(client.GetStream(), server.GetStream());
            await Task.WhenAny(RequestsAsync(link), AnswersAsync(link));
        }
    }

    private async Task RequestsAsync(Link link)
    {
        var buffer = new byte[65_536];
        try
        {
            while (await link.Client.ReadAsync(buffer, _end.Token) is > 0 and var count)
            {
                if (buffer.AsSpan(0, count).IndexOf(s_commit) >= 0 && Interlocked.Exchange(ref _toCut, 0) == 1)
                    link.IsDoomed = true;
                await link.Server.WriteAsync(buffer.AsMemory(0, count), _end.Token);
            }
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or ObjectDisposedException)
        {
        }
    }

    private async Task AnswersAsync(Link link)
    {
        var buffer = new byte[65_536];
        try
        {
            while (await link.Server.ReadAsync(buffer, _end.Token) is > 0 and var count)
            {
                if (!link.IsDoomed)
                {
                    await link.Client.WriteAsync(buffer.AsMemory(0, count), _end.Token);
                    continue;
                }

                // The server says that it has committed, or something that came before: nothing of it arrives.
                if (buffer.AsSpan(0, count).IndexOf("COMMIT\0"u8) < 0)
                    continue;
                Interlocked.Increment(ref _cuts);
                return;
            }
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or ObjectDisposedException)
        {
        }
    }

    private sealed class Link(NetworkStream client, NetworkStream server)
    {
        private volatile bool _isDoomed;

        public NetworkStream Client => client;

        public NetworkStream Server => server;

        public bool IsDoomed
        {
            get => _isDoomed;
            set => _isDoomed = value;
        }
    }
}
