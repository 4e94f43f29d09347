namespace Invitations;

/// <summary>One line of a list of codes. Hand it over; do not store or log it.</summary>
public sealed class InvitationCode
{
    internal InvitationCode(int row) => Row = row;

    /// <summary>The position in the list, counted from 1; 0 where the list as a whole was refused.</summary>
    public int Row { get; }

    /// <summary>Whether there is a code to hand over.</summary>
    public bool Succeeded => Errors.Count == 0;

    /// <summary>The invitation, or null where none was made.</summary>
    public Invitation? Invitation { get; internal init; }

    /// <summary>Code and link, or null.</summary>
    public RevealedSecrets? Secrets { get; internal init; }

    /// <summary>Every reason why there is no code. Empty if there is one.</summary>
    public IReadOnlyList<InvitationError> Errors { get; internal init; } = [];

    /// <summary>The position and the codes of the errors; never the secret.</summary>
    public override string ToString() =>
        Errors.Count == 0 ? $"Row {Row}" : $"Row {Row} ({string.Join(", ", Errors.Select(error => error.Code))})";
}
