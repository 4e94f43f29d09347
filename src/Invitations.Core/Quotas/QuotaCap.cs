namespace Invitations;

/// <summary>What is left of a cap on open invitations.</summary>
internal sealed class QuotaCap(int left, InvitationError error)
{
    public int Left { get; set; } = left;

    public InvitationError Error => error;
}
