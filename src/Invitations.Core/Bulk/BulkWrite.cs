namespace Invitations;

/// <summary>What came of writing a chunk.</summary>
/// <param name="Done">The invitations as they are now.</param>
/// <param name="Ended">Expired ones that ended to make room.</param>
/// <param name="Refused">Those that cannot be changed, with the reason.</param>
internal sealed record BulkWrite(
    IReadOnlyList<Invitation> Done, IReadOnlyList<Invitation> Ended, IReadOnlyDictionary<Guid, InvitationError> Refused)
{
    public static BulkWrite Of(IReadOnlyList<Invitation> done) => new(done, [], Empty<Guid, InvitationError>.Dictionary);
}
