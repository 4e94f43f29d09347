namespace Invitations;

internal sealed class RolePolicy : IRolePolicy
{
    public ValueTask EvaluateAsync(PolicyContext context, CancellationToken cancellationToken)
    {
        var highest = HighestRank(context);
        var listed = LevelLimits.Of(context).Roles?.ToHashSet(StringComparer.Ordinal);
        foreach (var row in context.Rows)
        {
            row.Allow();
            foreach (var id in row.Draft.Grant.Roles)
            {
                if (context.Roles.TryGetValue(id, out var role))
                {
                    if (role.Rank > highest || listed?.Contains(id) is false)
                        row.Refuse(Refusals.Of(InvitationErrorCodes.RoleNotPermitted, FieldNames.Roles, "role", id));
                }
                else if (!context.Operation.IsTakingBack())
                {
                    // What grants a role that is gone can still be taken back.
                    row.Refuse(Refusals.Of(InvitationErrorCodes.RoleUnknown, FieldNames.Roles, "role", id));
                }
            }
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>The rank that nobody may grant above: the highest that the inviter holds.</summary>
    private static int HighestRank(PolicyContext context)
    {
        // At acceptance nobody may be there to ask; otherwise an authority that nobody knows grants nothing.
        if (context.Authority is null)
            return context.Operation.IsRedeeming() ? int.MaxValue : int.MinValue;
        if (context.Authority is { Level: InviterLevel.OrganizationAdmin, Roles.Count: 0 })
            return int.MaxValue;

        var highest = int.MinValue;
        foreach (var id in context.Authority.Roles)
        {
            if (context.Roles.TryGetValue(id, out var role))
                highest = Math.Max(highest, role.Rank);
        }

        return highest;
    }
}
