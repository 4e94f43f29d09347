namespace Invitations;

/// <summary>Stands for a named policy in the list of all, whatever implements it.</summary>
internal sealed class NamedPolicy<TPolicy>(TPolicy policy) : IInvitationPolicy
    where TPolicy : class, IInvitationPolicy
{
    public ValueTask EvaluateAsync(PolicyContext context, CancellationToken cancellationToken) => policy.EvaluateAsync(context, cancellationToken);
}
