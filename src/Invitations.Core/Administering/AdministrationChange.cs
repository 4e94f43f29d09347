namespace Invitations;

/// <summary>How a change is called in the metrics, the trail and the events.</summary>
internal sealed record AdministrationChange(string Name, AuditAction Action, InvitationEventKind Event, bool Sends)
{
    public static readonly AdministrationChange Reinvite = new("reinvite", AuditAction.Reinvited, InvitationEventKind.Reinvited, Sends: true);
    public static readonly AdministrationChange Revoke = new("revoke", AuditAction.Revoked, InvitationEventKind.Revoked, Sends: false);
    public static readonly AdministrationChange Edit = new("edit", AuditAction.Edited, InvitationEventKind.Edited, Sends: true);
}
