namespace Invitations;

/// <summary>What the tenant lets people of a level give; null where there is no limit but what they hold.</summary>
internal readonly record struct LevelLimits(IReadOnlyCollection<GrantKind>? Kinds, IReadOnlyCollection<string>? Roles)
{
    public static LevelLimits Of(PolicyContext context) => context.Authority?.Level switch
    {
        InviterLevel.GroupAdmin => new(context.Settings.Authority.GroupAdminKinds, context.Settings.Authority.GroupAdminRoles),
        InviterLevel.Member => new(context.Settings.Authority.MemberKinds, context.Settings.Authority.MemberRoles),
        _ => default,
    };
}
