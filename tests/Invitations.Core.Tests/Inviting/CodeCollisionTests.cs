using Invitations.Stores;
using Invitations.Stores.InMemory;
using Invitations.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Tests.Inviting;

public sealed class CodeCollisionTests
{
    [Fact]
    public async Task A_code_that_is_taken_is_replaced_and_the_row_is_invited()
    {
        using var host = Host(collisions: 1);

        var result = await host.InviteAsync([new() { Identifier = "A" }, new("ana@example.com"), new() { Identifier = "B" }]);

        Assert.True(result.Succeeded);
        var content = await host.ReadAsync();
        Assert.Equal([2, 1, 2], content.Invitations.OrderBy(invitation => invitation.BatchRow).Select(invitation => invitation.SecretVersion));
        Assert.All(content.Invitations, invitation => Assert.Equal((1, 1L), (invitation.IssueCount, invitation.Version)));
        Assert.Equal(result.Rows.Select(row => row.InvitationId), content.Invitations.OrderBy(row => row.BatchRow).Select(row => (Guid?)row.Id));
        await using var scope = host.Scope();
        var keys = scope.ServiceProvider.GetRequiredService<IKeyRingSource>().Current.Signing;
        Assert.All(content.Invitations.Where(invitation => invitation.CodeLength > 0), invitation => Assert.Equal(
            CodeLookups.Of(keys, "acme", AccessCodes.Derive(keys, invitation.Id, 2, invitation.CodeLength)), invitation.CodeLookup));
    }

    [Fact]
    public async Task Where_every_code_is_taken_the_row_is_refused_in_the_end()
    {
        using var host = Host(collisions: int.MaxValue);

        var result = await host.InviteAsync([new() { Identifier = "A" }, new("ana@example.com")]);

        result.Rows[0].AssertRefused("invitation.changed", null);
        result.Rows[1].AssertSucceeded();
        Assert.Equal(5, host.Calls.Count("Invitations.Add"));
    }

    private static TestHost Host(int collisions)
    {
        TestHost? host = null;
        host = new TestHost(wire: builder => builder.Services.AddScoped<IInvitationStore>(
            provider => new CrowdedStore(new InMemoryInvitationStore(provider.GetRequiredService<InMemorySession>()), host!.Calls, collisions)));
        return host;
    }

    /// <summary>Says of every invitation with a code, for its first versions, that another one has it.</summary>
    private sealed class CrowdedStore(IInvitationStore inner, StoreCalls calls, int collisions) : WatchedInvitationStore(inner, calls)
    {
        public override async Task<IReadOnlyList<AddConflict>> AddAsync(IReadOnlyList<Invitation> invitations, CancellationToken cancellationToken)
        {
            var free = invitations.Where(invitation => !IsTaken(invitation)).ToList();
            var conflicts = await base.AddAsync(free, cancellationToken);
            Assert.Empty(conflicts);
            return [.. Enumerable.Range(0, invitations.Count).Where(index => IsTaken(invitations[index])).Select(index => new AddConflict(index, UniqueKeyKind.Code))];
        }

        private bool IsTaken(Invitation invitation) => invitation.CodeLookup is not null && invitation.SecretVersion <= collisions;
    }
}
