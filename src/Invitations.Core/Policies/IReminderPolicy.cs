namespace Invitations;

/// <summary>Decides when people are reminded. Replace it with <c>ReplacePolicy&lt;IReminderPolicy, T&gt;()</c>.</summary>
/// <remarks>
/// Asked whenever secrets are issued, and again when a reminder is due: about that one, and about the next. It sees all invitations of a
/// chunk at once. Asked inside the transaction, and again where that is repeated. Let exceptions propagate: nothing is done then.
/// </remarks>
public interface IReminderPolicy
{
    /// <summary>Says the next reminder of each invitation.</summary>
    /// <param name="context">The invitations.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    ValueTask PlanAsync(ReminderContext context, CancellationToken cancellationToken);
}
