using Invitations;
using Microsoft.Extensions.DependencyInjection;

namespace Snippets;

public sealed class Importing(IInvitationImports imports, IInvitationBatches batches, TenantId tenant, Inviter tina)
{
    public static void Wire(IServiceCollection services)
    {
        #region import-wiring
        services.AddInvitations(o => o.BaseUrl = new Uri("https://app.example.com/join"))
            .AddExcel();
        #endregion
    }

    public async Task ImportAsync(Stream file, CancellationToken cancellationToken)
    {
        #region import-check-and-stage
        var options = new ImportOptions { Name = "Night shift, London", Invite = new() { Groups = ["night"] } };
        var check = await imports.CheckAsync(tenant, file, tina, options, cancellationToken: cancellationToken);
        foreach (var problem in check.Problems)
            Console.WriteLine($"{problem.Column}{problem.Row} {problem.Header}: {problem.Message}");

        if (check.CanBeStaged)
        {
            var staged = await imports.StageAsync(tenant, file, tina, options, cancellationToken: cancellationToken);
            await batches.SendAsync(tenant, staged.Batch!.Id, tina, cancellationToken: cancellationToken);
        }
        #endregion
    }
}
