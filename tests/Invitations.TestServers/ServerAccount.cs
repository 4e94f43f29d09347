using System.Diagnostics;

namespace Invitations.TestServers;

/// <summary>Runs programs as a user that PostgreSQL accepts: it refuses to run as root.</summary>
internal static class ServerAccount
{
    private const string Name = "postgres";

    /// <summary>Why no program can be run, or null.</summary>
    public static string? Problem { get; } =
        OperatingSystem.IsWindows() ? "The throwaway server runs on Linux and macOS only."
        : !Environment.IsPrivilegedProcess ? null
        : !File.Exists("/usr/bin/setpriv") ? "This process is root, and there is no setpriv to run PostgreSQL as another user."
        : !IsThere() ? $"This process is root, and there is no user '{Name}' to run PostgreSQL as."
        : null;

    public static ProcessStartInfo Start(string program, params IEnumerable<string> arguments)
    {
        IEnumerable<string> line = Environment.IsPrivilegedProcess
            ? ["/usr/bin/setpriv", $"--reuid={Name}", $"--regid={Name}", "--init-groups", program, .. arguments]
            : [program, .. arguments];
        var start = new ProcessStartInfo(line.First(), line.Skip(1)) { UseShellExecute = false, WorkingDirectory = "/" };

        // A developer's own server is none of our business.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("PG", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        start.Environment["LC_ALL"] = "C";
        return start;
    }

    /// <summary>Runs a program to its end.</summary>
    /// <exception cref="InvalidOperationException">It ended with an error; the message has what it wrote.</exception>
    public static async Task RunAsync(ProcessStartInfo start, CancellationToken cancellationToken)
    {
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{string.Join(' ', start.ArgumentList)}: {process.ExitCode}\n{await output}\n{await errors}");
    }

    private static bool IsThere()
    {
        using var process = Process.Start(new ProcessStartInfo("/usr/bin/id", ["-u", Name]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
