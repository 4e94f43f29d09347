using Microsoft.Extensions.DependencyInjection;

namespace Invitations.EntityFramework.Worker.Commands;

/// <summary><c>accept {token} {email} {callers}</c>: different users who all have the address accept at once. Answers the user who joined or the code of each refusal.</summary>
internal static class AcceptCommand
{
    public static async Task RunAsync(IServiceProvider services, string token, string email, int callers)
    {
        var answers = await RacingCallers.RunAsync(services, callers, async (scope, number) =>
        {
            var user = Acceptor.User($"user-{Environment.ProcessId}-{number}", [email]);
            var result = await scope.GetRequiredService<IInvitationAcceptance>().AcceptAsync(token, user);
            return result.Succeeded ? result.Acceptance!.UserId : result.Errors[0].Code;
        });
        Console.WriteLine(string.Join(' ', answers));
    }
}
