using BenchmarkDotNet.Attributes;
using Invitations.Benchmarks.Inviting;

namespace Invitations.Benchmarks.Accepting;

/// <summary>10,000 open invitations accepted one after the other, in memory; an operation is one of them.</summary>
public class AcceptanceBenchmarks
{
    private const int Invitations = 10_000;

    private BenchmarkHost _host = null!;
    private string[] _tokens = [];
    private Acceptor[] _acceptors = [];

    [IterationSetup]
    public void Invite()
    {
        _host = new BenchmarkHost();
        var invites = Enumerable.Range(0, Invitations).Select(SampleRows.Person).ToList();
        var result = _host.Get<IInvitationService>().InviteManyAsync(BenchmarkHost.Tenant, invites, BenchmarkHost.Admin).GetAwaiter().GetResult();
        var codec = _host.Get<TokenCodec>();
        _tokens = [.. result.Rows.Select(row => codec.Write(TokenKind.Invitation, row.InvitationId!.Value, 1))];
        _acceptors = [.. result.Rows.Select(row => Acceptor.User($"user-{row.Row}", [row.Recipient!.Email!]))];
    }

    [IterationCleanup]
    public void Close() => _host.Dispose();

    [Benchmark(OperationsPerInvoke = Invitations)]
    public async Task Accept()
    {
        var acceptance = _host.Get<IInvitationAcceptance>();
        for (var i = 0; i < Invitations; i++)
        {
            var result = await acceptance.AcceptAsync(_tokens[i], _acceptors[i]);
            if (!result.Succeeded)
                throw new InvalidOperationException(result.Errors[0].Code);
        }
    }

    [Benchmark(OperationsPerInvoke = Invitations)]
    public async Task Preview()
    {
        var acceptance = _host.Get<IInvitationAcceptance>();
        for (var i = 0; i < Invitations; i++)
            await acceptance.PreviewAsync(_tokens[i]);
    }
}
