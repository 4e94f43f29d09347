using System.Text.RegularExpressions;

namespace Invitations;

/// <summary>What a number may begin with: an international prefix, or the leading digits of one country among several.</summary>
internal sealed class LeadingPattern(ReadOnlyMemory<byte> pattern)
{
    private Regex? _regex;

    /// <summary>Whether there is such a beginning at all.</summary>
    public bool Exists => !pattern.IsEmpty;

    /// <summary>The length of the beginning, or -1 where the digits begin otherwise.</summary>
    public int MatchLength(ReadOnlySpan<char> digits)
    {
        if (!Exists)
            return -1;
        foreach (var match in (_regex ??= NumberPattern.Build(@"\A(?:", pattern.Span)).EnumerateMatches(digits))
            return match.Length;
        return -1;
    }
}
