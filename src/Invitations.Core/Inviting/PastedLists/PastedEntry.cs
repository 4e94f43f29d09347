namespace Invitations;

/// <summary>One entry of a pasted list: where it stood, and what it seems to be.</summary>
/// <remarks>
/// Nothing has been validated: <see cref="Email"/> is the text to parse as an address, nonsense included, so that every entry that
/// somebody pasted is answered. <see cref="ToString"/> gives the place alone, since the text is somebody's address.
/// </remarks>
public sealed class PastedEntry
{
    internal PastedEntry(int position, int line, int column, string text, string? email, string? phone, string? name)
    {
        Position = position;
        Line = line;
        Column = column;
        Text = text;
        Email = email;
        Phone = phone;
        Name = name;
    }

    /// <summary>The number of the entry, from 1. A header and empty entries do not count.</summary>
    public int Position { get; }

    /// <summary>The line on which the entry stands, from 1.</summary>
    public int Line { get; }

    /// <summary>The UTF-16 column of the line at which the entry starts, from 1.</summary>
    public int Column { get; }

    /// <summary>The entry as it was pasted, without white space around it.</summary>
    public string Text { get; }

    /// <summary>
    /// What is to be parsed as an e-mail address: without display name, brackets, quotes and <c>mailto:</c>. The whole entry where nothing
    /// in it looks like an address. Null where <see cref="Phone"/> is set.
    /// </summary>
    public string? Email { get; }

    /// <summary>What looks like a phone number, without <c>tel:</c>; otherwise null.</summary>
    public string? Phone { get; }

    /// <summary>The name before an address in angle brackets, without quotes; otherwise null. It is not cleaned.</summary>
    public string? Name { get; }

    /// <summary>The number and the place of the entry.</summary>
    public override string ToString() => FormattableString.Invariant($"entry {Position} (line {Line}, column {Column})");
}
