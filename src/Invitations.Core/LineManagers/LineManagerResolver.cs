namespace Invitations;

/// <summary>Finds out whom the line managers of rows mean. One call, however many rows.</summary>
internal sealed class LineManagerResolver(ILineManagerDirectory? directory = null)
{
    public async Task ResolveAsync(
        TenantId tenant, TenantSettings settings, IReadOnlyList<InviteRow> rows, CancellationToken cancellationToken)
    {
        if (directory is null)
            return;
        var texts = rows.Select(row => row.Policy.Draft.Profile.LineManager).OfType<string>().ToHashSet(StringComparer.Ordinal);
        if (texts.Count == 0)
            return;

        var found = await FindAsync(directory, tenant, texts, cancellationToken).ConfigureAwait(false);
        foreach (var row in rows.Select(row => row.Policy))
        {
            if (row.Draft.Profile.LineManager is not { } text)
                continue;
            var userIds = found.GetValueOrDefault(text) ?? [];
            if (userIds.Count == 1)
                row.Draft = row.Draft with { Profile = row.Draft.Profile with { LineManagerId = userIds.First() } };
            else
                Tell(row, settings, userIds.Count == 0 ? InvitationErrorCodes.LineManagerUnknown : InvitationErrorCodes.LineManagerAmbiguous);
        }
    }

    /// <summary>Resolves what the person wrote at acceptance. Whether somebody has an account is not told there: the text stays as it is.</summary>
    public async Task<Profile> ResolveAsync(TenantId tenant, Profile invited, Profile accepted, CancellationToken cancellationToken)
    {
        if (accepted.LineManager is not { } text || string.Equals(text, invited.LineManager, StringComparison.Ordinal))
            return accepted with { LineManagerId = accepted.LineManager is null ? null : invited.LineManagerId };
        var found = directory is null ? [] : await FindAsync(directory, tenant, [text], cancellationToken).ConfigureAwait(false);
        var userIds = found.GetValueOrDefault(text) ?? [];
        return accepted with { LineManagerId = userIds.Count == 1 ? userIds.First() : null };
    }

    private static async Task<Dictionary<string, HashSet<string>>> FindAsync(
        ILineManagerDirectory directory, TenantId tenant, HashSet<string> texts, CancellationToken cancellationToken)
    {
        var matches = await directory.FindAsync(new() { Tenant = tenant, Texts = texts }, cancellationToken).ConfigureAwait(false);
        return matches
            .GroupBy(match => match.Text, StringComparer.Ordinal)
            .ToDictionary(ofText => ofText.Key, ofText => ofText.Select(match => match.UserId).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    private static void Tell(PolicyRow row, TenantSettings settings, string code)
    {
        var error = Refusals.Of(code, FieldNames.LineManager, "manager", row.Draft.Profile.LineManager!);
        if (settings.LineManagers is LineManagerRule.Refuse)
            row.Refuse(error);
        else
            row.Warn(error);
    }
}
