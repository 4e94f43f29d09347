namespace Invitations;

/// <summary>Says which quotas hold for somebody. Replace it with <c>ReplacePolicy&lt;IQuotaPolicy, T&gt;()</c>.</summary>
/// <remarks>Asked once for each write that sends something, inside its transaction. Let exceptions propagate: nothing is sent without an answer.</remarks>
public interface IQuotaPolicy
{
    /// <summary>Says the quotas.</summary>
    /// <param name="context">Who sends where.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The quotas; <see cref="QuotaRules.None"/> exempts the sender, who then does not count either.</returns>
    ValueTask<QuotaRules> GetRulesAsync(QuotaContext context, CancellationToken cancellationToken);
}
