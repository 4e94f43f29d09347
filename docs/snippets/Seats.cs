using Invitations;
using Microsoft.Extensions.DependencyInjection;

namespace Snippets;

public static class Seats
{
    public static void Register(IServiceCollection services)
    {
        #region use-seat-plan
        services.AddInvitations(o => o.BaseUrl = new Uri("https://app.example.com/join"))
            .UseSeatPlan<BillingPlan>();
        #endregion
    }

    public static async Task IntroduceAsync(ISeatLedger seats, TenantId tenant, Members members)
    {
        #region introduce-seats
        await seats.SetUsedAsync(tenant, GrantKind.Member, members.Count(tenant, GrantKind.Member));
        await seats.SetUsedAsync(tenant, GrantKind.Guest, members.Count(tenant, GrantKind.Guest));
        #endregion
    }

    public static async Task ShowAsync(ISeatLedger seats, TenantId tenant)
    {
        #region seat-usage
        var members = (await seats.GetUsageAsync(tenant)).Members;
        Console.WriteLine($"{members.Used} members, {members.Reserved} invited, {members.Free} seats left");   // 1 members, 1 invited, 1 seats left
        #endregion
    }

    public static async Task<IReadOnlyList<InvitationError>> AddAsync(ISeatLedger seats, TenantId tenant, Func<Task> addMember)
    {
        #region take-seat
        var seat = await seats.TakeAsync(tenant, GrantKind.Member);
        if (seat.Succeeded)
            await addMember();
        #endregion
        return seat.Errors;
    }

    public static async Task RemoveAsync(ISeatLedger seats, TenantId tenant)
    {
        #region release-seat
        await seats.ReleaseAsync(tenant, GrantKind.Member);
        #endregion
    }
}

#region seat-plan
public sealed class BillingPlan : ISeatPlan
{
    public ValueTask<SeatLimits> GetLimitsAsync(SeatPlanContext context, CancellationToken cancellationToken) =>
        new(context.Tenant.Value == "acme" ? new SeatLimits { Members = 3, Guests = 10 } : new SeatLimits());
}
#endregion
