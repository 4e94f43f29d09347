using Invitations.Stores;

namespace Invitations;

/// <summary>What a change makes of a batch: the batch as it shall be, or why it is not changed. With neither it is right as it is.</summary>
internal readonly record struct BatchChange(StoredBatch? After, InvitationError? Error)
{
    public static BatchChange None => default;

    public static BatchChange To(StoredBatch after) => new(after, null);

    public static BatchChange Refused(string code) => new(null, new(code));
}
