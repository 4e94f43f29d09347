using System.Diagnostics;
using System.Globalization;
using Invitations.Benchmarks.Stores.Measuring;
using Invitations.TestServers;

namespace Invitations.Benchmarks.Stores.Peer;

/// <summary>
/// The rates of better-auth on the same server, by a script outside of this repository: <c>node bench.mjs base</c> in the folder that the environment
/// variable <c>BETTER_AUTH_BENCH</c> names, which prints <c>invite.seq.rep1⇥180 ops/s⇥...</c>.
/// </summary>
internal sealed class BetterAuth
{
    private const string LastFigure = "accept.c16.rep3";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly ILookup<string, double> _rates;

    private BetterAuth(IEnumerable<(string Name, double Rate)> rates) => _rates = rates.ToLookup(rate => rate.Name, rate => rate.Rate);

    /// <returns>Null where the variable is not set.</returns>
    public static async Task<BetterAuth?> RunAsync(PostgreSqlServer server)
    {
        if (Environment.GetEnvironmentVariable("BETTER_AUTH_BENCH") is not { Length: > 0 } folder)
            return null;
        Progress.Say("better-auth, for up to three minutes");
        var start = new ProcessStartInfo("node", ["bench.mjs", "base"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            Environment =
            {
                ["PGHOST"] = server.SocketFolder,
                ["PGPORT"] = server.Port.ToString(CultureInfo.InvariantCulture),
                ["N"] = "400",
                ["NA"] = "200",
            },
        };
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);
        var rates = new List<(string Name, double Rate)>();
        try
        {
            // What comes after the last figure is of no use here, and a machine that is not quiet makes the script wait.
            while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line && rates.LastOrDefault().Name != LastFigure)
            {
                if (Parse(line) is { } rate)
                    rates.Add(rate);
            }
        }
        catch (OperationCanceledException)
        {
            Progress.Say("better-auth: the time is over; the figures so far count");
        }

        if (!process.HasExited)
            process.Kill();
        return new(rates);
    }

    /// <summary>The median of a figure's repetitions.</summary>
    /// <param name="figure">Such as <c>invite.seq</c> or <c>accept.c16</c>.</param>
    public double? RateOf(string figure)
    {
        var rates = _rates.Where(group => group.Key.StartsWith(figure + ".rep", StringComparison.Ordinal)).SelectMany(group => group).Order().ToList();
        return rates.Count == 0 ? null : rates[rates.Count / 2];
    }

    private static (string Name, double Rate)? Parse(string line)
    {
        var parts = line.Split('\t');
        return parts.Length > 1 && double.TryParse(parts[1].Split(' ')[0], CultureInfo.InvariantCulture, out var rate) ? (parts[0], rate) : null;
    }
}
