using System.Diagnostics;
using System.Globalization;

namespace Invitations.TestServers;

/// <summary>The temporary folder of one server, named after the process that owns it, so that a later one can tell whether it is still needed.</summary>
internal sealed class ServerFolder
{
    private const string Prefix = "invitations-postgresql-";
    private static int s_count;

    private ServerFolder(string path) => Path = path;

    public string Path { get; }

    public string Data => System.IO.Path.Combine(Path, "data");

    public string Log => System.IO.Path.Combine(Path, "server.log");

    // The path of a unix socket has 107 characters at most.
    private static string Parent => System.IO.Path.GetTempPath() is { Length: < 50 } path ? path : "/tmp";

    /// <summary>Makes a folder for a server of this process; it belongs to the user that the server runs as.</summary>
    public static async Task<ServerFolder> CreateAsync(CancellationToken cancellationToken)
    {
        using var self = Process.GetCurrentProcess();
        var name = string.Create(CultureInfo.InvariantCulture, $"{Prefix}{self.Id}-{Stamp(self)}-{Interlocked.Increment(ref s_count)}");
        var folder = new ServerFolder(System.IO.Path.Combine(Parent, name));
        await ServerAccount.RunAsync(ServerAccount.Start("/bin/mkdir", "-m", "700", folder.Path), cancellationToken);
        return folder;
    }

    /// <summary>The folders of processes that are gone without having cleaned up.</summary>
    public static IEnumerable<ServerFolder> Abandoned() =>
        Directory.EnumerateDirectories(Parent, Prefix + "*").Where(path => !HasOwner(path)).Select(path => new ServerFolder(path));

    private static bool HasOwner(string path)
    {
        var parts = System.IO.Path.GetFileName(path)[Prefix.Length..].Split('-');
        if (parts.Length != 3 || !int.TryParse(parts[0], CultureInfo.InvariantCulture, out var id))
            return true;
        try
        {
            using var owner = Process.GetProcessById(id);
            return string.Equals(Stamp(owner), parts[1], StringComparison.Ordinal);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    // Numbers of processes come round again; together with the second of the start they do not.
    private static string Stamp(Process process) =>
        (process.StartTime.ToUniversalTime().Ticks / TimeSpan.TicksPerSecond).ToString(CultureInfo.InvariantCulture);
}
