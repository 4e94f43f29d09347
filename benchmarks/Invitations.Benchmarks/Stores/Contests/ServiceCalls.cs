using Invitations.Benchmarks.Stores.Databases;
using Invitations.Benchmarks.Stores.Measuring;
using Invitations.Benchmarks.Stores.Rows;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Benchmarks.Stores.Contests;

/// <summary>Calls of our services, each in a scope of its own as a request has it.</summary>
internal static class ServiceCalls
{
    /// <summary>Invites people who were not invited before, one a call.</summary>
    /// <returns>How many.</returns>
    public static Task<int> InviteAsync(BenchmarkDatabase database, int callers, TimeSpan time, int most = int.MaxValue) =>
        Callers.RunAsync(callers, time, most, async (_, _) =>
        {
            await using var scope = database.Host.OpenScope();
            var service = scope.ServiceProvider.GetRequiredService<IInvitationService>();
            var result = await service.InviteAsync(StoreHost.Tenant, new Invite(OpenInvitation.NewEmail()), StoreHost.Admin);
            if (!result.Succeeded)
                throw new InvalidOperationException(result.ToString());
        });

    /// <summary>Accepts one invitation after the other.</summary>
    /// <returns>How many.</returns>
    public static Task<int> AcceptAsync(BenchmarkDatabase database, IReadOnlyList<OpenInvitation> open, int callers, TimeSpan time) =>
        Callers.RunAsync(callers, time, open.Count, async (_, number) =>
        {
            var invitation = open[number];
            await using var scope = database.Host.OpenScope();
            var acceptance = scope.ServiceProvider.GetRequiredService<IInvitationAcceptance>();
            var result = await acceptance.AcceptAsync(invitation.Token, Acceptor.User(invitation.UserId, [invitation.Email]));
            if (!result.Succeeded)
                throw new InvalidOperationException(result.Errors[0].Code);
        });

    /// <summary>Lists one page after the other, from the beginning.</summary>
    /// <returns>How many pages.</returns>
    public static async Task<int> ListAsync(BenchmarkDatabase database, InvitationSort sort, int pages)
    {
        string? cursor = null;
        for (var page = 0; page < pages; page++)
        {
            await using var scope = database.Host.OpenScope();
            var queries = scope.ServiceProvider.GetRequiredService<IInvitationQueries>();
            var found = await queries.ListAsync(StoreHost.Tenant, StoreHost.Admin, new() { Sort = sort, Cursor = cursor });
            cursor = found.NextCursor ?? throw new InvalidOperationException("There are fewer pages.");
        }

        return pages;
    }
}
