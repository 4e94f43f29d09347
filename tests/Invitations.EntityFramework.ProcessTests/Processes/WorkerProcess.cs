using System.Diagnostics;
using Invitations.EntityFramework.Worker;

namespace Invitations.EntityFramework.ProcessTests.Processes;

/// <summary>A node of the host: a process of its own that takes commands.</summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task<string> _errors;

    private WorkerProcess(WorkerOptions options)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(WorkerHost).Assembly.Location, .. options.ToArguments()])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        _process = Process.Start(start)!;
        _errors = _process.StandardError.ReadToEndAsync(CancellationToken.None);
    }

    /// <summary>Starts a node and waits until it takes commands.</summary>
    public static async Task<WorkerProcess> StartAsync(WorkerOptions options, CancellationToken cancellationToken)
    {
        var worker = new WorkerProcess(options);
        await worker.ReadAsync("ready", cancellationToken);
        return worker;
    }

    /// <summary>Gives a command.</summary>
    public async Task TellAsync(string command)
    {
        await _process.StandardInput.WriteLineAsync(command);
        await _process.StandardInput.FlushAsync(CancellationToken.None);
    }

    /// <summary>Gives a command and waits for the answer.</summary>
    public async Task<string> AskAsync(string command, CancellationToken cancellationToken)
    {
        await TellAsync(command);
        return await ReadAsync("", cancellationToken);
    }

    /// <summary>Reads on until a line begins with a text.</summary>
    public async Task<string> ReadAsync(string beginning, CancellationToken cancellationToken)
    {
        while (await _process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.StartsWith(beginning, StringComparison.Ordinal))
                return line;
        }

        throw new InvalidOperationException($"The process ended before it said '{beginning}'.\n{await _errors}");
    }

    /// <summary><c>kill -9</c>: no block of the process runs any more.</summary>
    public async Task KillAsync(CancellationToken cancellationToken)
    {
        _process.Kill();
        await _process.WaitForExitAsync(cancellationToken);
    }

    /// <summary><c>SIGSTOP</c>: nothing of it goes on, and it does not know.</summary>
    public Task FreezeAsync(CancellationToken cancellationToken) => SignalAsync("-STOP", cancellationToken);

    /// <summary><c>SIGCONT</c>: it goes on where it was.</summary>
    public Task ThawAsync(CancellationToken cancellationToken) => SignalAsync("-CONT", cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await KillAsync(CancellationToken.None);
        _process.Dispose();
    }

    private async Task SignalAsync(string signal, CancellationToken cancellationToken)
    {
        using var kill = Process.Start("/bin/sh", ["-c", $"kill {signal} {_process.Id}"]);
        await kill.WaitForExitAsync(cancellationToken);
    }
}
