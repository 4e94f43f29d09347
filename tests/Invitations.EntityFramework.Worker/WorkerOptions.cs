using System.Security.Cryptography;

namespace Invitations.EntityFramework.Worker;

/// <summary>What the nodes of one host have in common, and where one of them differs.</summary>
public sealed record WorkerOptions
{
    /// <summary>The database.</summary>
    public required string ConnectionString { get; init; }

    /// <summary>The key that secrets are derived with.</summary>
    public string Key { get; init; } = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    /// <summary>How far the clock of the node is ahead of the others'.</summary>
    public TimeSpan Ahead { get; init; }

    /// <summary>Whether the host has chosen an execution strategy that retries.</summary>
    public bool Retries { get; init; }

    /// <summary>Where the channel writes what it has sent, or null for nowhere.</summary>
    public string? SentFile { get; init; }

    /// <summary>The number of the message at whose sending the channel never ends; 0 for none.</summary>
    public int HangAt { get; init; }

    /// <summary>The most messages in flight.</summary>
    public int MaxInFlight { get; init; } = 1;

    /// <summary>How long a claim lasts.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long the provider takes for a message.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>As arguments of the program.</summary>
    public IEnumerable<string> ToArguments() =>
    [
        ConnectionString, Key, Ahead.ToString("c"), SentFile ?? "", HangAt.ToString(Invariant), MaxInFlight.ToString(Invariant), Lease.ToString("c"), Latency.ToString("c"),
    ];

    /// <summary>From arguments of the program.</summary>
    public static WorkerOptions From(string[] arguments) => new()
    {
        ConnectionString = arguments[0],
        Key = arguments[1],
        Ahead = TimeSpan.Parse(arguments[2], Invariant),
        SentFile = arguments[3].Length == 0 ? null : arguments[3],
        HangAt = int.Parse(arguments[4], Invariant),
        MaxInFlight = int.Parse(arguments[5], Invariant),
        Lease = TimeSpan.Parse(arguments[6], Invariant),
        Latency = TimeSpan.Parse(arguments[7], Invariant),
    };

    private static System.Globalization.CultureInfo Invariant => System.Globalization.CultureInfo.InvariantCulture;
}
