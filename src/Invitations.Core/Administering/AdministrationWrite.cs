namespace Invitations;

/// <summary>The invitation as it was written, or why it was not; and what ended to make room for it.</summary>
internal readonly record struct AdministrationWrite(
    Invitation? Invitation, IReadOnlyList<InvitationError> Errors, IReadOnlyList<Invitation> Ended)
{
    public static AdministrationWrite Refused(IReadOnlyList<InvitationError> errors) => new(null, errors, []);
}
