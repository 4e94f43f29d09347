namespace Invitations;

internal sealed class ReinviteThrottle : IReinviteThrottle
{
    public ValueTask EvaluateAsync(PolicyContext context, CancellationToken cancellationToken)
    {
        foreach (var row in context.Rows)
        {
            row.Allow();
            if (context.Operation is InvitationOperation.Reinvite
                && row.Existing?.IssuedAt + context.Settings.Reinvite.Cooldown is { } retryAt
                && retryAt > context.Now)
            {
                row.Refuse(Refusals.Of(InvitationErrorCodes.ReinviteTooSoon, null, "retryAt", retryAt));
            }
        }

        return ValueTask.CompletedTask;
    }
}
