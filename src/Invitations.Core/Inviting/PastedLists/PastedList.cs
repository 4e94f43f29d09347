namespace Invitations;

/// <summary>A list of addresses that somebody pasted: from a mail program, a spreadsheet column, a chat.</summary>
/// <remarks>
/// Commas, semicolons, tabs and line breaks separate entries. The work is linear in the length of the text, whatever the text. Doubles
/// stay in: whether two entries mean one person is known only after they were parsed.
/// </remarks>
public sealed class PastedList
{
    internal PastedList(IReadOnlyList<PastedEntry> entries, string? header)
    {
        Entries = entries;
        Header = header;
    }

    /// <summary>The entries in the order of the text. Nothing that was pasted is missing, save separators, white space and lone quotes.</summary>
    public IReadOnlyList<PastedEntry> Entries { get; }

    /// <summary>The header of a copied column (<c>E-mail</c>, <c>Adresse e-mail</c>, <c>Phone</c>) where the list began with one; otherwise null.</summary>
    public string? Header { get; }

    /// <summary>The entries as invites, each with its position as <see cref="Invite.Row"/>. What is no address is refused by name when it is invited.</summary>
    /// <returns>One invite for each entry; a name in front of an address becomes first and last name.</returns>
    public IReadOnlyList<Invite> ToInvites() => [.. Entries.Select(ToInvite)];

    private static Invite ToInvite(PastedEntry entry)
    {
        var (first, last) = PersonName.Split(entry.Name);
        return new() { Email = entry.Email, Phone = entry.Phone, FirstName = first, LastName = last, Row = entry.Position };
    }

    /// <summary>Takes a pasted text apart. Every text is a list, the empty one too.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The entries.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static PastedList Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new PastedListReader(text).Read();
    }
}
