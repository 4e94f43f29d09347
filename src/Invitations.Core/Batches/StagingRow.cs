namespace Invitations;

/// <summary>One row to be staged: a person to invite, and what was wrong with the row before it became one.</summary>
/// <remarks>A row with problems is refused with them and with everything else that is found.</remarks>
public sealed class StagingRow
{
    /// <summary>Creates a row.</summary>
    /// <param name="invite">The person; <see cref="Invite.Row"/> is the position that errors name.</param>
    public StagingRow(Invite invite)
    {
        ArgumentNullException.ThrowIfNull(invite);
        Invite = invite;
    }

    /// <summary>The person, as far as the row could be read.</summary>
    public Invite Invite { get; }

    /// <summary>What is wrong with the row already: a cell that is no date, a column that is missing. Empty by default.</summary>
    public IReadOnlyList<InvitationError> Problems { get; init; } = [];

    /// <summary>Nothing of the content: it is personal data.</summary>
    public override string ToString() => nameof(StagingRow);
}
