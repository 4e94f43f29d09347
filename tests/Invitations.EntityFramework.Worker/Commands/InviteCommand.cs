using Microsoft.Extensions.DependencyInjection;

namespace Invitations.EntityFramework.Worker.Commands;

/// <summary><c>invite {email} {callers}</c>: the same address is invited at once. Answers the id or the code of each refusal.</summary>
internal static class InviteCommand
{
    public static async Task RunAsync(IServiceProvider services, string email, int callers)
    {
        var answers = await RacingCallers.RunAsync(services, callers, async (scope, _) =>
        {
            var result = await scope.GetRequiredService<IInvitationService>().InviteAsync(WorkerHost.Tenant, new Invite(email), WorkerHost.Admin);
            return result.Succeeded ? result.InvitationId.ToString()! : result.Errors[0].Code;
        });
        Console.WriteLine(string.Join(' ', answers));
    }
}
