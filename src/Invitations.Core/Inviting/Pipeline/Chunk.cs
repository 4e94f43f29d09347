namespace Invitations;

/// <summary>Rows that are looked up, judged and written together.</summary>
internal sealed class Chunk
{
    private IReadOnlyList<Invitation>? _replaced;

    public required IReadOnlyList<InviteRow> Rows { get; init; }

    public required DateTimeOffset Now { get; init; }

    /// <summary>Open invitations past their expiry that hold an address of the chunk: they end when the chunk is written.</summary>
    public required IReadOnlyList<Invitation> Expired { get; init; }

    /// <summary>Those of <see cref="Expired"/> that a row is really going to take the place of; a refused row changes nothing.</summary>
    public IReadOnlyList<Invitation> Replaced => _replaced ??= FindReplaced();

    public bool HasRefusals => Rows.Any(row => row.Outcome is InviteOutcome.Refused);

    private List<Invitation> FindReplaced()
    {
        if (Expired.Count == 0)
            return [];
        var wanted = Rows
            .Where(row => row.IsNew)
            .SelectMany(row => UniqueKey.Of(row.Policy.Draft.Recipient, row.Policy.Draft.Profile))
            .ToHashSet();
        return [.. Expired.Where(invitation => UniqueKey.Of(invitation).Any(wanted.Contains))];
    }
}
