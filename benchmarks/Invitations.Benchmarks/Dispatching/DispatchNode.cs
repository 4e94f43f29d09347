using System.Diagnostics;

namespace Invitations.Benchmarks.Dispatching;

/// <summary>A node in a process of its own, which starts and stops when it is told.</summary>
internal sealed class DispatchNode : IDisposable
{
    public const string Command = "dispatch-node";

    private readonly Process _process;

    private DispatchNode(Process process) => _process = process;

    public static async Task<DispatchNode> StartProcessAsync(string connectionString, string key)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, [Command, connectionString, key]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        var node = new DispatchNode(Process.Start(start)!);
        await node.HearAsync("ready");
        return node;
    }

    public Task GoAsync() => TellAsync("go", "going");

    public Task RestAsync() => TellAsync("rest", "resting");

    /// <summary>What the other process does, until its input ends.</summary>
    public static async Task<int> RunAsync(string connectionString, string key)
    {
        await using var host = new DispatchHost(connectionString, key);
        Console.WriteLine("ready");
        while (await Console.In.ReadLineAsync() is { } line)
        {
            await (line == "go" ? host.StartAsync() : host.StopAsync());
            Console.WriteLine(line == "go" ? "going" : "resting");
        }

        return 0;
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private async Task TellAsync(string command, string answer)
    {
        await _process.StandardInput.WriteLineAsync(command);
        await _process.StandardInput.FlushAsync(CancellationToken.None);
        await HearAsync(answer);
    }

    private async Task HearAsync(string answer)
    {
        if (await _process.StandardOutput.ReadLineAsync() is var heard && heard != answer)
            throw new InvalidOperationException($"The node said '{heard}' instead of '{answer}'.");
    }
}
