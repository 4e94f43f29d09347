using Invitations.Stores;

namespace Invitations;

/// <summary>Writes a link with its trail, in one transaction.</summary>
internal sealed class LinkWriter(IStoreTransaction transaction, IInvitationLinkStore store, IAuditStore audit)
{
    public Task AddAsync(InvitationLink link, Inviter actor, DateTimeOffset now, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(
            async token =>
            {
                await store.AddAsync(link, token).ConfigureAwait(false);
                await audit.AppendAsync([Entry(link, AuditAction.LinkCreated, actor, now)], token).ConfigureAwait(false);
                return TransactionOutcome.Commit(true);
            },
            cancellationToken);

    /// <returns>False where the link was changed in between: nothing was written.</returns>
    public Task<bool> ChangeAsync(
        InvitationLink before, InvitationLink after, AuditAction action, Inviter actor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var entry = Entry(after, action, actor, now, [.. action is AuditAction.LinkEdited ? Facts(before) : [], .. FormerInviter(before, after)]);
        return transaction.ExecuteAsync(
            async token =>
            {
                if (!await store.TryChangeAsync(after, before.Version, token).ConfigureAwait(false))
                    return TransactionOutcome.Rollback(false);
                await audit.AppendAsync([entry], token).ConfigureAwait(false);
                return TransactionOutcome.Commit(true);
            },
            cancellationToken);
    }

    public Task RecordShownAsync(InvitationLink link, Inviter actor, DateTimeOffset now, CancellationToken cancellationToken) =>
        audit.AppendAsync([Entry(link, AuditAction.LinkShown, actor, now)], cancellationToken);

    private static AuditEntry Entry(
        InvitationLink link, AuditAction action, Inviter actor, DateTimeOffset now, params (string Name, string Value)[] details) =>
        AuditTrail.Entry(link.Tenant, null, action, actor.UserId, now, details) with { LinkId = link.Id };

    private static (string Name, string Value)[] Facts(InvitationLink former) =>
    [
        .. AuditTrail.Facts(former.Grant),
        ("former_use_limit", former.UseLimit?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? ""),
        ("former_domains", string.Join(", ", former.Domains)),
        ("former_expiry", former.ExpiresAt?.ToString("O", System.Globalization.CultureInfo.InvariantCulture) ?? ""),
    ];

    private static (string Name, string Value)[] FormerInviter(InvitationLink before, InvitationLink after) =>
        string.Equals(before.InvitedBy, after.InvitedBy, StringComparison.Ordinal) ? [] : [("former_inviter", before.InvitedBy)];
}
