namespace Invitations;

/// <summary>How many rows of a batch are where. Each row is in one of them.</summary>
/// <param name="Waiting">Right when they were staged, and not sent yet; those that were refused when they were to be sent among them.</param>
/// <param name="Sent">Sent: invited, given to an approver, issued again, merged or granted directly.</param>
/// <param name="Refused">Wrong when they were staged, with <see cref="BatchMode.ValidRowsOnly"/>. They are never sent.</param>
/// <param name="Dropped">Let go of before they were sent: the batch was withdrawn, the person erased, or the time of retention over.</param>
public readonly record struct InvitationBatchCounts(int Waiting, int Sent, int Refused, int Dropped)
{
    /// <summary>All rows.</summary>
    public int Rows => Waiting + Sent + Refused + Dropped;
}
