using Invitations;

namespace Snippets.Extending;

#region chunk-policy
public sealed class SeatLimit(Billing billing) : IInvitationPolicy
{
    public async ValueTask EvaluateAsync(PolicyContext context, CancellationToken cancellationToken)
    {
        context.AllowAll();
        if (context.Operation is not InvitationOperation.Create)
            return;

        var free = await billing.FreeSeatsAsync(context.Tenant, cancellationToken);   // once for the chunk, not once a row
        foreach (var row in context.Rows.Where(row => row.IsAllowed))                 // a row that is refused takes no seat
        {
            if (free-- <= 0)
                row.Refuse(new InvitationError("seats.exhausted") { Text = "All seats of this plan are taken." });
        }
    }
}
#endregion

/// <summary>Stands for the billing of a host.</summary>
public sealed class Billing
{
    public int Seats { get; set; }

    public Task<int> FreeSeatsAsync(TenantId tenant, CancellationToken cancellationToken) =>
        Task.FromResult(tenant.Value.Length > 0 && !cancellationToken.IsCancellationRequested ? Seats : 0);
}
