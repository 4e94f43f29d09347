namespace Invitations;

/// <summary>Takes invitations back, in one call to the store a chunk.</summary>
internal sealed class RevocationChange(InvitationEnder ender, bool asksPolicies = true) : IBulkChange
{
    public string Name => "revoke";

    public InvitationOperation Operation => InvitationOperation.Revoke;

    public bool AsksPolicies => asksPolicies;

    public InvitationEventKind Event => InvitationEventKind.Revoked;

    public bool Sends => false;

    public TimeSpan? Lifetime => null;

    public bool IsUnchanged(OpenedInvitation row, DateTimeOffset now) => row.Found!.Status is InvitationStatus.Revoked;

    public async Task<BulkWrite> WriteAsync(
        IReadOnlyList<OpenedInvitation> rows, Inviter actor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var found = rows.Select(row => row.Found!).ToList();
        return BulkWrite.Of(await ender.EndAsync(found, InvitationStatus.Revoked, actor.UserId, now, cancellationToken).ConfigureAwait(false));
    }
}
