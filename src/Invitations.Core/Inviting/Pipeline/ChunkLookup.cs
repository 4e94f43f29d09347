using Invitations.Stores;

namespace Invitations;

/// <summary>Finds what the rows of a chunk meet: accounts, open invitations, earlier rows. A constant number of calls, whatever the chunk's size.</summary>
internal sealed class ChunkLookup(IInvitationStore store, LineManagerResolver lineManagers, IAccountDirectory? accounts = null)
{
    /// <returns>The open invitations past their expiry that hold an address of the chunk.</returns>
    public async Task<IReadOnlyList<Invitation>> LookUpAsync(
        InviteOperation operation, IReadOnlyList<InviteRow> rows, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (accounts is not null)
            await FindAccountsAsync(accounts, operation.Context, rows, cancellationToken).ConfigureAwait(false);
        await lineManagers.ResolveAsync(operation.Context.Tenant, operation.Context.Settings, rows, cancellationToken).ConfigureAwait(false);
        RefuseUnknownUsers(rows);
        var expired = await FindOpenAsync(operation, rows, now, cancellationToken).ConfigureAwait(false);
        FindDuplicates(operation, rows);
        return expired;
    }

    private static void FindDuplicates(InviteOperation operation, IReadOnlyList<InviteRow> rows)
    {
        var here = new Dictionary<UniqueKey, int>(rows.Count);
        foreach (var row in rows)
        {
            row.SeesExisting = row.Policy.Existing is { } existing && operation.Context.CanSee(existing);
            row.Keys = KeysOfPerson(row, operation.Options);
            foreach (var key in row.Keys)
            {
                var first = operation.RowWith(key) ?? (here.TryGetValue(key, out var earlier) ? earlier : null);
                if (first is not null && row.Policy.DuplicateOf is null)
                    (row.Policy.DuplicateOf, row.Policy.DuplicateBy) = (first, key.Kind);
            }

            foreach (var key in row.Keys)
                here.TryAdd(key, row.Policy.Row);
        }
    }

    /// <summary>Two rows can be about one person without an address in common: the open invitation or the account has both.</summary>
    private static IReadOnlyList<UniqueKey> KeysOfPerson(InviteRow row, InviteOptions options)
    {
        var isOpenTouched = row.Policy.Existing is not null && options.WhenAlreadyInvited is not WhenAlreadyInvited.Report;
        var isAccountTouched = row.Policy.Account is not null && options.WhenAccountExists is WhenAccountExists.GrantDirectly;
        if (!isOpenTouched && !isAccountTouched)
            return row.Keys;
        var ofOpen = isOpenTouched ? UniqueKey.Of(row.Policy.Existing!) : [];
        var ofAccount = isAccountTouched ? new UniqueKey[] { new(UniqueKeyKind.User, row.Policy.Account!.UserId) } : [];
        return [.. row.Keys, .. ofOpen, .. ofAccount];
    }

    private static async Task FindAccountsAsync(
        IAccountDirectory directory, OperationContext operation, IReadOnlyList<InviteRow> rows, CancellationToken cancellationToken)
    {
        var query = QueryFor(operation.Tenant, rows);
        if (query.Emails.Count + query.Phones.Count + query.EmployeeIds.Count + query.UserIds.Count == 0)
            return;

        var found = new AccountIndex(await directory.FindAsync(query, cancellationToken).ConfigureAwait(false));
        foreach (var row in rows)
        {
            (row.Policy.Account, row.Policy.HasSeveralAccounts) = found.Of(row.Policy.Draft.Recipient);
            if (found.OfEmployee(row.Policy.Draft.Profile.EmployeeId) is { } other && other.UserId != row.Policy.Account?.UserId)
                row.Policy.EmployeeIdAccount = other;
        }
    }

    private static AccountQuery QueryFor(TenantId tenant, IReadOnlyList<InviteRow> rows)
    {
        var emails = new List<string>(rows.Count);
        List<string> phones = [], employeeIds = [], userIds = [];
        foreach (var row in rows)
        {
            var recipient = row.Policy.Draft.Recipient;
            if (recipient.Email is not null)
                emails.Add(recipient.Email);
            if (recipient.Phone is not null)
                phones.Add(recipient.Phone);
            if (recipient.UserId is not null)
                userIds.Add(recipient.UserId);
            if (row.Policy.Draft.Profile.EmployeeId is { } employeeId)
                employeeIds.Add(employeeId);
        }

        return new() { Tenant = tenant, Emails = emails, Phones = phones, EmployeeIds = employeeIds, UserIds = userIds };
    }

    private static void RefuseUnknownUsers(IReadOnlyList<InviteRow> rows)
    {
        foreach (var row in rows)
        {
            if (row.Policy.Draft.Recipient.UserId is { } userId && !string.Equals(row.Policy.Account?.UserId, userId, StringComparison.Ordinal))
                row.Policy.Refuse(Refusals.Of(InvitationErrorCodes.UserUnknown, FieldNames.UserId));
        }
    }

    private async Task<IReadOnlyList<Invitation>> FindOpenAsync(
        InviteOperation operation, IReadOnlyList<InviteRow> rows, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var keys = new HashSet<UniqueKey>(rows.Count);
        foreach (var row in rows)
            keys.UnionWith(row.Keys);
        if (keys.Count == 0)
            return [];

        var open = await store.FindOpenAsync(operation.Context.Tenant, keys, cancellationToken).ConfigureAwait(false);
        if (open.Count == 0)
            return [];

        var holders = new Dictionary<UniqueKey, Invitation>(open.Count);
        var expired = new List<Invitation>();
        foreach (var invitation in open)
        {
            if (invitation.StatusAt(now) is InvitationStatus.Expired)
            {
                expired.Add(invitation);
                continue;
            }

            foreach (var key in UniqueKey.Of(invitation))
                holders[key] = invitation;
        }

        foreach (var row in rows)
            FindInTheWay(row, holders, operation.BatchId);
        return expired;
    }

    private static void FindInTheWay(InviteRow inviteRow, Dictionary<UniqueKey, Invitation> holders, Guid? batchId)
    {
        var row = inviteRow.Policy;
        foreach (var key in inviteRow.Keys)
        {
            if (!holders.TryGetValue(key, out var holder))
                continue;
            if (batchId is not null && holder.BatchId == batchId)
                (row.DuplicateOf, row.DuplicateBy) = (holder.BatchRow, key.Kind);
            else if (key.Kind is UniqueKeyKind.EmployeeId)
                row.EmployeeIdInvitation = holder;
            else if (row.Existing is null || row.Existing.Id == holder.Id)
                row.Existing = holder;
            else
                row.IsAmbiguous = true;
        }

        // The same person's own open invitation holds the employee id as well: that is no conflict of its own.
        if (row.EmployeeIdInvitation?.Id == row.Existing?.Id)
            row.EmployeeIdInvitation = null;
    }
}
