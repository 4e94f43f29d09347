namespace Invitations;

/// <summary>A policy that judges one row at a time.</summary>
public abstract class RowPolicy : IInvitationPolicy
{
    /// <inheritdoc/>
    public async ValueTask EvaluateAsync(PolicyContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        foreach (var row in context.Rows)
        {
            if (await JudgeAsync(context, row, cancellationToken).ConfigureAwait(false) is { } error)
                row.Refuse(error);
            else
                row.Allow();
        }
    }

    /// <summary>Judges one row.</summary>
    /// <param name="context">What is about to be done, by whom.</param>
    /// <param name="row">The row.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Null to allow it, or the reason for the refusal.</returns>
    protected abstract ValueTask<InvitationError?> JudgeAsync(PolicyContext context, PolicyRow row, CancellationToken cancellationToken);
}
