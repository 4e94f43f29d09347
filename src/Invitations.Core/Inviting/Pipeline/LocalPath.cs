namespace Invitations;

/// <summary>What may follow an acceptance: a path on the host's own site, so that an invitation cannot send people elsewhere.</summary>
internal static class LocalPath
{
    private const int MaxLength = 2000;

    // '//' and '/\' lead browsers to another host; control characters are dropped by browsers and could make either of them.
    public static bool IsLocal(string path) =>
        path.Length is > 0 and <= MaxLength
        && path[0] == '/'
        && (path.Length == 1 || path[1] is not ('/' or '\\'))
        && !path.Contains('\\', StringComparison.Ordinal)
        && !path.Any(char.IsControl)
        && ForeignText.IsStorable(path);
}
