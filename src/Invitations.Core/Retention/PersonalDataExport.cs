namespace Invitations;

/// <summary>What is kept about one person.</summary>
public sealed class PersonalDataExport
{
    internal PersonalDataExport(
        IReadOnlyList<InvitationHistory> invitations, IReadOnlyList<InvitationBatchRow> batchRows, IReadOnlyList<InvitationError> errors)
    {
        Invitations = invitations;
        BatchRows = batchRows;
        Errors = errors;
    }

    /// <summary>The invitations to the person, oldest first, each with its trail and its messages.</summary>
    public IReadOnlyList<InvitationHistory> Invitations { get; }

    /// <summary>The rows of batches that are about the person and wait to be sent, in no order.</summary>
    public IReadOnlyList<InvitationBatchRow> BatchRows { get; }

    /// <summary>Why the person could not be looked for: an address that cannot be read. Empty otherwise.</summary>
    public IReadOnlyList<InvitationError> Errors { get; }
}
