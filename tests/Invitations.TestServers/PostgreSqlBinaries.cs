using System.Globalization;

namespace Invitations.TestServers;

/// <summary>Where <c>initdb</c> and <c>pg_ctl</c> are.</summary>
/// <param name="InitDb">The program that makes a data directory.</param>
/// <param name="PgCtl">The program that starts and stops a server.</param>
internal sealed record PostgreSqlBinaries(string InitDb, string PgCtl)
{
    private const string DebianFolder = "/usr/lib/postgresql";

    /// <summary>Looks on the PATH first, then where Debian keeps each version, the highest first.</summary>
    /// <returns>Null where there are none.</returns>
    public static PostgreSqlBinaries? Find() =>
        Folders().Select(folder => new PostgreSqlBinaries(Path.Combine(folder, "initdb"), Path.Combine(folder, "pg_ctl")))
            .FirstOrDefault(binaries => File.Exists(binaries.InitDb) && File.Exists(binaries.PgCtl));

    private static IEnumerable<string> Folders()
    {
        var onPath = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var debian = Directory.Exists(DebianFolder) ? Directory.GetDirectories(DebianFolder) : [];
        return onPath.Concat(debian.OrderByDescending(Version).Select(folder => Path.Combine(folder, "bin")));
    }

    private static double Version(string folder) =>
        double.TryParse(Path.GetFileName(folder), NumberStyles.Float, CultureInfo.InvariantCulture, out var version) ? version : 0;
}
