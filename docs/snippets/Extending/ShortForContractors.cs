using Invitations;

namespace Snippets.Extending;

#region replaced-policy
public sealed class ShortForContractors : IExpiryPolicy
{
    public ValueTask EvaluateAsync(PolicyContext context, CancellationToken cancellationToken)
    {
        foreach (var row in context.Rows)
        {
            var isContractor = row.Draft.Profile.JobTitle == "Contractor";
            row.AllowFor(row.Draft.Lifetime ?? TimeSpan.FromDays(isContractor ? 1 : 14));
        }

        return ValueTask.CompletedTask;
    }
}
#endregion
