namespace Invitations;

/// <summary>Has a say in whether something may be done. Add one with <c>AddPolicy&lt;T&gt;()</c>.</summary>
/// <remarks>
/// Every policy sees every row of a chunk at once and must answer for each, with <see cref="PolicyRow.Allow"/> or
/// <see cref="PolicyRow.Refuse"/>; a row without an answer is refused as <c>policy.no_answer</c>. All refusals of all policies are reported,
/// so a policy judges by its own rule alone. Look things up once for all rows. Let exceptions propagate: nothing is done then.
/// For a rule that looks at one row at a time, derive from <see cref="RowPolicy"/>.
/// </remarks>
public interface IInvitationPolicy
{
    /// <summary>Answers for each row.</summary>
    /// <param name="context">What is about to be done, by whom, and the rows.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    ValueTask EvaluateAsync(PolicyContext context, CancellationToken cancellationToken);
}
