namespace Invitations;

/// <summary>The one place where grants are judged: inviting, approving, reinviting, editing, revoking, showing and accepting all come through here.</summary>
internal sealed class GrantReview(IGroupDirectory groups, IEnumerable<IInvitationPolicy> policies)
{
    private readonly IInvitationPolicy[] _policies = [.. policies];

    /// <summary>A row that stands for an invitation as it is.</summary>
    public static PolicyRow RowOf(Invitation invitation) => new(invitation.BatchRow ?? 1, DraftOf(invitation)) { Existing = invitation };

    public static InviteDraft DraftOf(Invitation invitation) => new()
    {
        Recipient = invitation.Recipient,
        Profile = invitation.Profile,
        Grant = invitation.Grant,
        Channels = invitation.Channels,
        PersonalMessage = invitation.PersonalMessage,
        Lifetime = invitation.RequestedLifetime,
        Metadata = invitation.Metadata,
        RedirectPath = invitation.RedirectPath,
        IsAnyone = invitation.Recipient.IsAnyone,
    };

    public async Task ReviewAsync(
        OperationContext operation,
        InvitationOperation kind,
        IReadOnlyList<PolicyRow> rows,
        InviteOptions options,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var known = await FindGroupsAsync(operation, rows, cancellationToken).ConfigureAwait(false);
        var context = new PolicyContext
        {
            Operation = kind,
            Tenant = operation.Tenant,
            Settings = operation.Settings,
            Inviter = operation.Inviter,
            Authority = operation.Authority,
            Roles = operation.Roles,
            Products = operation.Products,
            Groups = known,
            Options = options,
            Now = now,
            Rows = rows,
        };
        foreach (var policy in _policies)
            await AskAsync(policy, context, cancellationToken).ConfigureAwait(false);
        foreach (var row in rows)
            ApprovalGate.Judge(kind, row, now);
    }

    private static async ValueTask AskAsync(IInvitationPolicy policy, PolicyContext context, CancellationToken cancellationToken)
    {
        foreach (var row in context.Rows)
            row.AwaitAnswer();
        await policy.EvaluateAsync(context, cancellationToken).ConfigureAwait(false);
        foreach (var row in context.Rows)
        {
            if (!row.IsAnswered)
                row.Refuse(new(InvitationErrorCodes.PolicyNoAnswer));
        }
    }

    /// <returns>The groups that were found, by id.</returns>
    private async Task<IReadOnlyDictionary<string, Group>> FindGroupsAsync(OperationContext operation, IReadOnlyList<PolicyRow> rows, CancellationToken cancellationToken)
    {
        var asked = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            // What no database can keep is no group's name, and the host's need not be asked.
            asked.UnionWith(row.Draft.Grant.Groups.Where(ForeignText.IsStorable));
        }

        var found = asked.Count == 0
            ? Empty<string, Group>.Dictionary
            : await groups
                .FindAsync(new() { Tenant = operation.Tenant, Settings = operation.Settings, Texts = asked }, cancellationToken)
                .ConfigureAwait(false);
        foreach (var row in rows)
        {
            if (row.Draft.Grant.Groups.Count > 0)
                Resolve(row, found);
        }

        var byId = new Dictionary<string, Group>(found.Count, StringComparer.Ordinal);
        foreach (var group in found.Values)
            byId[group.Id] = group;
        return byId;
    }

    private static void Resolve(PolicyRow row, IReadOnlyDictionary<string, Group> found)
    {
        var texts = row.Draft.Grant.Groups;
        var ids = new OrderedDictionary<string, bool>(texts.Count, StringComparer.Ordinal);
        List<string>? unknown = null;
        foreach (var text in texts)
        {
            found.TryGetValue(text, out var group);
            if (group is null)
                (unknown ??= []).Add(text);
            ids.TryAdd(group?.Id ?? text, true);
        }

        row.UnknownGroups = unknown ?? (IReadOnlyList<string>)[];
        if (!ids.Keys.SequenceEqual(texts, StringComparer.Ordinal))
            row.Draft = row.Draft with { Grant = row.Draft.Grant with { Groups = [.. ids.Keys] } };
    }
}
