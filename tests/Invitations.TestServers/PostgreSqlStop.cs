namespace Invitations.TestServers;

/// <summary>How a server is stopped.</summary>
public enum PostgreSqlStop
{
    /// <summary>Connections are cut, transactions roll back, everything is written.</summary>
    Fast,

    /// <summary>As if the power had failed: the next start recovers from the log.</summary>
    Immediate,
}
