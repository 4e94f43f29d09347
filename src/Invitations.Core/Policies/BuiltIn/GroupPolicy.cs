namespace Invitations;

internal sealed class GroupPolicy : IGroupPolicy
{
    public ValueTask EvaluateAsync(PolicyContext context, CancellationToken cancellationToken)
    {
        var reach = Reach(context);
        foreach (var row in context.Rows)
        {
            row.Allow();
            var unknown = row.UnknownGroups.ToHashSet(StringComparer.Ordinal);

            // What leads into a group that is gone can still be taken back.
            foreach (var group in context.Operation.IsTakingBack() ? [] : unknown)
                row.Refuse(Refusals.Of(InvitationErrorCodes.GroupUnknown, FieldNames.Groups, "group", group));
            if (reach is not null)
                JudgeReach(context, row, reach, unknown);
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>The groups within reach, or null for all. Nobody can be asked of everybody's authority at acceptance alone; otherwise unknown means none.</summary>
    private static HashSet<string>? Reach(PolicyContext context) => context.Authority switch
    {
        null => context.Operation.IsRedeeming() ? null : [],
        { Level: InviterLevel.OrganizationAdmin } => null,
        _ => context.Authority.Groups.ToHashSet(StringComparer.Ordinal),
    };

    private static void JudgeReach(PolicyContext context, PolicyRow row, HashSet<string> reach, HashSet<string> unknown)
    {
        var groups = row.Draft.Grant.Groups;

        // An invitation without groups leads into the whole tenant, which is further than a group admin reaches.
        if (groups.Count == 0 && context.Authority is { Level: InviterLevel.GroupAdmin })
            row.Refuse(Refusals.Of(InvitationErrorCodes.GroupRequired, FieldNames.Groups));
        foreach (var group in groups)
        {
            if (!reach.Contains(group) && !unknown.Contains(group))
                row.Refuse(Refusals.Of(InvitationErrorCodes.GroupNotPermitted, FieldNames.Groups, "group", NameOf(context, group)));
        }
    }

    // People know a group by its name; the id tells them nothing.
    private static string NameOf(PolicyContext context, string id) => context.Groups.GetValueOrDefault(id)?.Name ?? id;
}
