namespace Invitations;

/// <summary>What may follow an acceptance: a path on the host's own site or an address that the tenant has listed, so that an invitation cannot send people elsewhere.</summary>
internal static class RedirectTarget
{
    private const int MaxLength = 2000;

    public static bool IsAllowed(string target, TenantSettings settings) =>
        IsLocal(target) || settings.RedirectTargets.Contains(target, StringComparer.Ordinal);

    /// <summary>Whether a tenant may list it: an absolute https address, or http on a loopback host.</summary>
    public static bool CanBeListed(string target) =>
        target.Length <= MaxLength
        && Uri.TryCreate(target, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
        && uri.UserInfo.Length == 0
        && ForeignText.IsStorable(target);

    // '//' and '/\' lead browsers to another host; control characters are dropped by browsers and could make either of them.
    private static bool IsLocal(string path) =>
        path.Length is > 0 and <= MaxLength
        && path[0] == '/'
        && (path.Length == 1 || path[1] is not ('/' or '\\'))
        && !path.Contains('\\', StringComparison.Ordinal)
        && !path.Any(char.IsControl)
        && ForeignText.IsStorable(path);
}
