using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Invitations;

/// <summary>The digits that are dialled before a number inside its country, and what becomes of them: mostly they go, sometimes they are rewritten.</summary>
/// <remarks>
/// The rule is a pattern, and a rewriting such as <c>9$1</c> that applies where the pattern's last group matched: Argentina's <c>0 11 15</c>
/// becomes <c>9 11</c>, six digits in Jersey get their area code.
/// </remarks>
internal sealed class NationalPrefix
{
    /// <summary>How many digits a rewriting adds at the most; those in use add four.</summary>
    public const int MaxGrowth = 8;

    private readonly ReadOnlyMemory<byte> _pattern;
    private readonly string _inserted = "";
    private readonly int _kept;
    private Regex? _regex;

    public NationalPrefix(ReadOnlyMemory<byte> pattern, ReadOnlySpan<byte> rewriting)
    {
        _pattern = pattern;
        if (rewriting.IsEmpty)
            return;
        var group = rewriting.IndexOf((byte)'$');
        _inserted = Encoding.ASCII.GetString(rewriting[..group]);
        _kept = int.Parse(rewriting[(group + 1)..], NumberStyles.None, CultureInfo.InvariantCulture);
        Rewrites = true;
    }

    private bool Rewrites { get; }

    /// <summary>Takes the prefix off a national number.</summary>
    /// <param name="digits">The number as dialled.</param>
    /// <param name="plan">The numbers of the country. A number of their form keeps its prefix where it would lose that form without it.</param>
    /// <param name="stripped">Room for <see cref="MaxGrowth"/> digits more than <paramref name="digits"/> has.</param>
    /// <returns>The number of digits written; -1 where the number has no prefix.</returns>
    public int Strip(ReadOnlySpan<char> digits, NumberPattern plan, Span<char> stripped)
    {
        if (_pattern.IsEmpty || digits.IsEmpty)
            return -1;
        _regex ??= NumberPattern.Build(@"\A(?:", _pattern.Span);
        var prefix = 0;
        foreach (var match in _regex.EnumerateMatches(digits))
            prefix = match.Length;
        if (prefix == 0)
            return -1;

        var written = 0;
        if (Rewrites)
            written = Rewrite(digits[..prefix], stripped);
        digits[prefix..].CopyTo(stripped[written..]);
        written += digits.Length - prefix;
        return !plan.HasForm(stripped[..written]) && plan.HasForm(digits) ? -1 : written;
    }

    private int Rewrite(ReadOnlySpan<char> prefix, Span<char> rewritten)
    {
        var groups = _regex!.Match(prefix.ToString()).Groups;
        if (!groups[groups.Count - 1].Success)
            return 0;
        _inserted.CopyTo(rewritten);
        groups[_kept].ValueSpan.CopyTo(rewritten[_inserted.Length..]);
        return _inserted.Length + groups[_kept].Length;
    }
}
