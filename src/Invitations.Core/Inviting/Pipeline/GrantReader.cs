namespace Invitations;

/// <summary>Merges what a row says of the grant over what the options say.</summary>
internal static class GrantReader
{
    public static Grant Read(Invite invite, Grant fromOptions, string adminRole)
    {
        if (SaysNothing(invite))
            return fromOptions;

        return new()
        {
            Kind = invite.Kind ?? fromOptions.Kind,
            Roles = WithAdmin(invite.Roles is null ? fromOptions.Roles : Trimmed(invite.Roles), invite.Admin, adminRole),
            Groups = invite.Groups is null ? fromOptions.Groups : Trimmed(invite.Groups),
            Products = invite.Products is null ? fromOptions.Products : Trimmed(invite.Products),
            MembershipEndsAt = invite.MembershipEndsAt is { } end ? InvitationClock.Cut(end) : fromOptions.MembershipEndsAt,
        };
    }

    public static Grant Read(InviteOptions options) => new()
    {
        Kind = options.Kind,
        Roles = Trimmed(options.Roles),
        Groups = Trimmed(options.Groups),
        Products = Trimmed(options.Products),
        MembershipEndsAt = options.MembershipEndsAt is { } end ? InvitationClock.Cut(end) : null,
    };

    /// <summary>Trimmed, without empty texts, each once, in the order given.</summary>
    public static IReadOnlyList<string> Trimmed(IReadOnlyList<string>? texts)
    {
        if (texts is null or { Count: 0 })
            return [];
        var trimmed = new OrderedDictionary<string, bool>(texts.Count, StringComparer.Ordinal);
        foreach (var text in texts)
        {
            if (!string.IsNullOrWhiteSpace(text))
                trimmed.TryAdd(text.Trim(), true);
        }

        return [.. trimmed.Keys];
    }

    public static Grant Merge(Grant one, Grant other) => new()
    {
        Kind = one.Kind is GrantKind.Member ? one.Kind : other.Kind,
        Roles = [.. one.Roles.Union(other.Roles, StringComparer.Ordinal)],
        Groups = [.. one.Groups.Union(other.Groups, StringComparer.Ordinal)],
        Products = [.. one.Products.Union(other.Products, StringComparer.Ordinal)],
        MembershipEndsAt = one.MembershipEndsAt,
    };

    private static bool SaysNothing(Invite invite) =>
        invite.Kind is null && invite.Roles is null && invite.Admin is null && invite.Groups is null
        && invite.Products is null && invite.MembershipEndsAt is null;

    private static IReadOnlyList<string> WithAdmin(IReadOnlyList<string> roles, bool? admin, string adminRole) => admin switch
    {
        true when !roles.Contains(adminRole, StringComparer.Ordinal) => [.. roles, adminRole],
        false => [.. roles.Where(role => !string.Equals(role, adminRole, StringComparison.Ordinal))],
        _ => roles,
    };
}
