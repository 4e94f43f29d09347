namespace Invitations;

/// <summary>What was taken out about one person.</summary>
public sealed class PersonalDataErasure
{
    internal PersonalDataErasure(int revoked, int anonymized, int dropped, IReadOnlyList<InvitationError> errors)
    {
        Revoked = revoked;
        Anonymized = anonymized;
        Dropped = dropped;
        Errors = errors;
    }

    /// <summary>How many open invitations were revoked for it.</summary>
    public int Revoked { get; }

    /// <summary>How many invitations say nothing about the person any more.</summary>
    public int Anonymized { get; }

    /// <summary>How many waiting rows of batches were let go of.</summary>
    public int Dropped { get; }

    /// <summary>Why the person could not be looked for: an address that cannot be read. Empty otherwise.</summary>
    public IReadOnlyList<InvitationError> Errors { get; }
}
