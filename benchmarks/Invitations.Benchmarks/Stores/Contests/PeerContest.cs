using Invitations.Benchmarks.Stores.Measuring;
using Invitations.Benchmarks.Stores.Peer;

namespace Invitations.Benchmarks.Stores.Contests;

/// <summary>Our rates of one invitation and one acceptance against those of better-auth on the same server.</summary>
internal static class PeerContest
{
    public static void Compare(BetterAuth? peer, int callers, double invites, double accepts, Report report)
    {
        var (who, figure) = callers == 1 ? ("1 caller", "seq") : ($"{callers} callers", $"c{callers}");
        report.Add(new($"PostgreSQL: invite one, {who}", "a second", invites, "better-auth", peer?.RateOf($"invite.{figure}"), Target.AtLeast(6)));
        report.Add(new($"PostgreSQL: accept, {who}", "a second", accepts, "better-auth", peer?.RateOf($"accept.{figure}"), Target.AtLeast(8)));
    }
}
