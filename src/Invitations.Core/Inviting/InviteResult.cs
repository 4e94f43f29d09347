namespace Invitations;

/// <summary>What became of one row, or in a dry run would.</summary>
public sealed class InviteResult
{
    internal InviteResult(int row, InviteOutcome outcome)
    {
        Row = row;
        Outcome = outcome;
    }

    /// <summary>The position of the row, counted from 1: <see cref="Invite.Row"/>, or its place in the list.</summary>
    public int Row { get; }

    /// <summary>What became of it.</summary>
    public InviteOutcome Outcome { get; }

    /// <summary>Whether the person is invited, invited again, merged or granted, or will be once it is approved.</summary>
    public bool Succeeded => Outcome is not (InviteOutcome.Refused or InviteOutcome.NotDone);

    /// <summary>The id of the invitation that was made, issued again or merged into, or that was in the way and that the inviter may see. Null for a refusal, a direct grant and a dry run.</summary>
    public Guid? InvitationId { get; init; }

    /// <summary>The recipient in canonical form, or null where none could be read or nobody in particular is meant.</summary>
    public Recipient? Recipient { get; init; }

    /// <summary>When the invitation, or its request for approval, expires, or null where it does not or there is none.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Every reason for a refusal, in the order of the fields. Empty if it succeeded.</summary>
    public IReadOnlyList<InvitationError> Errors { get; init; } = [];

    /// <summary>What somebody should look at, although the row went through. Not kept for an answer that is given again under an idempotency key. Empty by default.</summary>
    public IReadOnlyList<InvitationError> Warnings { get; init; } = [];

    /// <summary>In a dry run, the ids of the groups that rules would add at acceptance (see <see cref="IDynamicGroups"/>), by what is known now. Empty otherwise.</summary>
    public IReadOnlyList<string> DynamicGroups { get; init; } = [];

    /// <summary>The row, the outcome and the codes.</summary>
    public override string ToString() =>
        Errors.Count == 0 ? $"Row {Row}: {Outcome}" : $"Row {Row}: {Outcome} ({string.Join(", ", Errors.Select(e => e.Code))})";
}
