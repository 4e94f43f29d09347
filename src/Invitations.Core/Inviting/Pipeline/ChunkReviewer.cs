namespace Invitations;

/// <summary>Takes rows through everything but writing: normalise, validate, look up, ask the policies. A dry run ends here.</summary>
internal sealed class ChunkReviewer(RowNormalizer normalizer, RowValidation validation, ChunkLookup lookup, GrantReview review, DynamicGroupFinder dynamicGroups, InvitationClock clock)
{
    public async Task<Chunk> ReviewAsync(
        InviteOperation operation, IReadOnlyList<Invite> invites, int firstPosition, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        var rows = Normalize(operation, invites, firstPosition);
        await validation.ValidateAsync(rows, operation.Context.Settings, now, cancellationToken).ConfigureAwait(false);
        var expired = await lookup.LookUpAsync(operation, rows, now, cancellationToken).ConfigureAwait(false);

        var policyRows = rows.ConvertAll(row => row.Policy);
        await review
            .ReviewAsync(operation.Context, InvitationOperation.Create, policyRows, operation.Options, now, cancellationToken)
            .ConfigureAwait(false);
        RefuseUnseen(rows);
        await ReviewReinvitesAsync(operation, policyRows, now, cancellationToken).ConfigureAwait(false);
        RefuseWithoutLifetime(policyRows);
        RefuseDuplicates(policyRows);
        if (operation.Options.DryRun)
            await FindDynamicGroupsAsync(operation, rows, cancellationToken).ConfigureAwait(false);
        foreach (var row in rows)
            operation.Remember(row, row.Outcome);
        return new() { Rows = rows, Now = now, Expired = expired };
    }

    private async Task FindDynamicGroupsAsync(InviteOperation operation, List<InviteRow> rows, CancellationToken cancellationToken)
    {
        var invited = rows.FindAll(row => row.Policy is { IsAllowed: true, Outcome: InviteOutcome.Invited });
        var people = invited.ConvertAll(row => new DynamicGroupPerson
        {
            Grant = row.Policy.Draft.Grant,
            Profile = row.Policy.Draft.Profile,
            Attested = row.Policy.Draft.Profile,
        });
        var found = await dynamicGroups
            .FindAsync(operation.Context.Tenant, operation.Context.Settings, people, cancellationToken)
            .ConfigureAwait(false);
        for (var i = 0; i < invited.Count; i++)
            invited[i].DynamicGroups = found[i];
    }

    private List<InviteRow> Normalize(InviteOperation operation, IReadOnlyList<Invite> invites, int firstPosition)
    {
        var grant = GrantReader.Read(operation.Options);
        var rows = new List<InviteRow>(invites.Count);
        foreach (var invite in invites)
            rows.Add(normalizer.Normalize(invite, firstPosition + rows.Count, operation, grant));
        return rows;
    }

    /// <summary>Who issues an invitation again answers for all that it grants, not only for what the row says.</summary>
    private async Task ReviewReinvitesAsync(
        InviteOperation operation, List<PolicyRow> rows, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var reinvited = rows.FindAll(row => row is { IsAllowed: true, Outcome: InviteOutcome.Reinvited, Existing: not null });
        if (reinvited.Count == 0)
            return;

        var again = reinvited.ConvertAll(row => new PolicyRow(row.Row, GrantReview.DraftOf(row.Existing!) with { Lifetime = row.Draft.Lifetime })
        {
            Existing = row.Existing,
        });
        await review
            .ReviewAsync(operation.Context, InvitationOperation.Reinvite, again, operation.Options, now, cancellationToken)
            .ConfigureAwait(false);
        for (var i = 0; i < again.Count; i++)
        {
            foreach (var error in again[i].Errors)
                reinvited[i].Refuse(error);
            if (again[i].HasLifetime)
                reinvited[i].AllowFor(again[i].Lifetime);
        }
    }

    // An expiry policy that says nothing must not make an invitation that never ends.
    private static void RefuseWithoutLifetime(List<PolicyRow> rows)
    {
        foreach (var row in rows)
        {
            if (row is { IsAllowed: true, HasLifetime: false, Outcome: InviteOutcome.Invited or InviteOutcome.Reinvited })
                row.Refuse(new(InvitationErrorCodes.PolicyNoAnswer));
        }
    }

    // What the inviter could not open in the administration cannot be changed by inviting the same person either.
    private static void RefuseUnseen(List<InviteRow> rows)
    {
        foreach (var row in rows)
        {
            if (row is { SeesExisting: false, Outcome: InviteOutcome.Reinvited or InviteOutcome.Merged })
                row.Policy.Refuse(Refusals.AlreadyPending(row.Policy, row.Policy.Existing!));
        }
    }

    // Two rows with one key cannot both be written, whatever a host's uniqueness policy says.
    private static void RefuseDuplicates(List<PolicyRow> rows)
    {
        foreach (var row in rows)
        {
            if (row is { IsAllowed: true, DuplicateOf: { } first } && row.Outcome is not InviteOutcome.GrantedDirectly)
                row.Refuse(Refusals.Duplicate(row, first));
        }
    }
}
