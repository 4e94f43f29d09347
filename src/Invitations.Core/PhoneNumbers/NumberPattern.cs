using System.Text;
using System.Text.RegularExpressions;

namespace Invitations;

/// <summary>A group of national numbers: how many digits they have and what they look like. The regex is built when it is first needed.</summary>
internal sealed class NumberPattern(ReadOnlyMemory<byte> pattern, uint lengths)
{
    private Regex? _regex;

    /// <summary>Whether the numbering plan has such numbers.</summary>
    public bool Exists => lengths != 0;

    /// <summary>Whether the plan gives no pattern of its own; for mobile numbers that means the pattern of the fixed lines.</summary>
    public bool IsBlank => pattern.IsEmpty;

    /// <summary>Whether the number has a possible length and the form of the group.</summary>
    public bool Matches(ReadOnlySpan<char> digits) => digits.Length < 32 && (lengths >> digits.Length & 1) != 0 && HasForm(digits);

    /// <summary>Whether the number has the form of the group, whatever its length.</summary>
    public bool HasForm(ReadOnlySpan<char> digits) => (_regex ??= Build(@"\A(?:", pattern.Span, @")\z")).IsMatch(digits);

    /// <summary>Builds a regex from a pattern of the table.</summary>
    public static Regex Build(string before, ReadOnlySpan<byte> pattern, string after = ")") =>
        new(before + Encoding.ASCII.GetString(pattern) + after, RegexOptions.CultureInvariant);
}
