namespace Invitations.TestServers;

/// <summary>How a throwaway server is set up.</summary>
public sealed record PostgreSqlOptions
{
    /// <summary>
    /// Whether a commit waits for the disk. The default value is <see langword="false"/>: a server that is stopped the hard way loses nothing by
    /// that, since the operating system still has what was written; only figures of a benchmark need it.
    /// </summary>
    public bool Fsync { get; init; }

    /// <summary>The most connections at once. The default value is 400.</summary>
    public int MaxConnections { get; init; } = 400;

    /// <summary>Further lines of <c>postgresql.conf</c> by name. Empty by default.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();
}
