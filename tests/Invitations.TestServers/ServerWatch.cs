using System.Diagnostics;

namespace Invitations.TestServers;

/// <summary>
/// A shell that outlives this process, however it ends: it waits on a pipe that the system closes with the process, then stops the server
/// and deletes its folder.
/// </summary>
internal sealed class ServerWatch : IDisposable
{
    // The shell that reads is no child of this process: a runner that kills its children leaves it alone. Its output ends when it has done.
    private const string Script =
        """
        exec 3<&0
        {
            trap '' HUP INT TERM
            read -r _
            "$1" stop -D "$2/data" -m immediate -s -w -t 30 >/dev/null
            rm -rf "$2"
        } <&3 3<&- 2>/dev/null &
        """;

    private readonly Process _shell;

    public ServerWatch(PostgreSqlBinaries binaries, ServerFolder folder)
    {
        var start = ServerAccount.Start("/bin/sh", "-c", Script, "watch", binaries.PgCtl, folder.Path);
        start.RedirectStandardInput = start.RedirectStandardOutput = true;
        _shell = Process.Start(start)!;
    }

    /// <summary>Has the server stopped and its folder deleted, and waits until that is done.</summary>
    public void Dispose()
    {
        _shell.StandardInput.Close();
        _shell.StandardOutput.ReadToEnd();
        _shell.Dispose();
    }
}
