namespace Invitations.Tests.Hosting;

/// <summary>What the stores hold of one tenant, as a later reader finds it.</summary>
internal sealed record StoreContent(IReadOnlyList<Invitation> Invitations, IReadOnlyList<Delivery> Deliveries, IReadOnlyList<AuditEntry> Audit)
{
    public IEnumerable<Invitation> Open => Invitations.Where(invitation => InvitationLifecycle.IsOpen(invitation.Status));

    public Invitation OfEmail(string email) => Invitations.Single(invitation => invitation.Recipient.Email == email);

    public IEnumerable<AuditEntry> AuditOf(Guid? invitationId) => Audit.Where(entry => entry.InvitationId == invitationId);

    public IEnumerable<Delivery> DeliveriesOf(Guid? invitationId) => Deliveries.Where(delivery => delivery.InvitationId == invitationId);
}
