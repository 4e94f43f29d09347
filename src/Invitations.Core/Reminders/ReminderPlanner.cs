namespace Invitations;

/// <summary>Asks the policy for the reminders of invitations that were issued or are due.</summary>
internal sealed class ReminderPlanner(IReminderPolicy policy)
{
    /// <summary>Invitations that were just issued, with their first reminder.</summary>
    public async Task<IReadOnlyList<Invitation>> PlanAsync(
        TenantSettings settings, IReadOnlyList<Invitation> issued, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (issued.Count == 0)
            return issued;
        var plans = await AskAsync(settings, issued, now, isDue: false, cancellationToken).ConfigureAwait(false);
        return [.. plans.Select(plan => plan.Invitation with { ReminderDueAt = IsReachable(plan.Invitation) ? plan.NextAt : null })];
    }

    /// <summary>An invitation that was just issued, with its first reminder.</summary>
    public async Task<Invitation> PlanAsync(TenantSettings settings, Invitation issued, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var planned = await PlanAsync(settings, [issued], now, cancellationToken).ConfigureAwait(false);
        return planned[0];
    }

    /// <summary>Whether a due reminder of each invitation of a tenant is sent, and when the next one is due.</summary>
    public Task<IReadOnlyList<ReminderPlan>> PlanDueAsync(
        TenantSettings settings, IReadOnlyList<Invitation> due, DateTimeOffset now, CancellationToken cancellationToken) =>
        AskAsync(settings, due, now, isDue: true, cancellationToken);

    private async Task<IReadOnlyList<ReminderPlan>> AskAsync(
        TenantSettings settings, IReadOnlyList<Invitation> invitations, DateTimeOffset now, bool isDue, CancellationToken cancellationToken)
    {
        var plans = new ReminderPlan[invitations.Count];
        for (var i = 0; i < plans.Length; i++)
            plans[i] = new(invitations[i], now, isDue);
        var context = new ReminderContext { Tenant = invitations[0].Tenant, Settings = settings, Now = now, Plans = plans };
        await policy.PlanAsync(context, cancellationToken).ConfigureAwait(false);
        return plans;
    }

    // Whoever was handed a code in person gets no message, and so no reminder.
    private static bool IsReachable(Invitation invitation) => invitation.Status is InvitationStatus.Pending && invitation.Channels.Count > 0;
}
