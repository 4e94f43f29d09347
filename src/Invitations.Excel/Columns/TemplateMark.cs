using System.Diagnostics.CodeAnalysis;

namespace Invitations;

/// <summary>What stands in the hidden first row above a header of ours: the version of the layout, the fingerprint of the tenant's columns, the key of the column.</summary>
/// <remarks>
/// In every cell of the row, so that it survives when people move, insert and delete columns, and goes with the column. Written as
/// <c>invitations:1:0a1b2c3d:email</c>.
/// </remarks>
/// <param name="Version">The version of the layout.</param>
/// <param name="Fingerprint"><see cref="SpreadsheetColumns.Fingerprint"/> at the time.</param>
/// <param name="Key">The key of the column, or <see cref="Ignored"/>.</param>
internal sealed record TemplateMark(int Version, string Fingerprint, string Key)
{
    public const int CurrentVersion = 1;

    /// <summary>Stands above a column that an import passes over, such as the one that says what is wrong.</summary>
    public const string Ignored = "-";

    private const string Prefix = "invitations:";

    public static bool TryParse(string? text, [NotNullWhen(true)] out TemplateMark? mark)
    {
        mark = null;
        if (text is null || !text.StartsWith(Prefix, StringComparison.Ordinal))
            return false;
        var parts = text[Prefix.Length..].Split(':', 3);
        if (parts.Length < 3 || !int.TryParse(parts[0], System.Globalization.NumberStyles.None, null, out var version) || parts[2].Length == 0)
            return false;
        mark = new(version, parts[1], parts[2]);
        return true;
    }

    public override string ToString() => FormattableString.Invariant($"{Prefix}{Version}:{Fingerprint}:{Key}");
}
