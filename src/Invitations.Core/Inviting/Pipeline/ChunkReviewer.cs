namespace Invitations;

/// <summary>Takes rows through everything but writing: normalise, validate, look up, ask the policies. A dry run ends here.</summary>
internal sealed class ChunkReviewer(
    RowNormalizer normalizer,
    RowValidation validation,
    ChunkLookup lookup,
    GrantReview review,
    InviterHandover handover,
    DynamicGroupFinder dynamicGroups,
    InvitationClock clock)
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
        await ReviewChangesAsync(operation, rows, InviteOutcome.Reinvited, InvitationOperation.Reinvite, row => row.Policy.Existing!, now, cancellationToken)
            .ConfigureAwait(false);
        await ReviewChangesAsync(operation, rows, InviteOutcome.Merged, InvitationOperation.Edit, row => row.Policy.Existing!, now, cancellationToken)
            .ConfigureAwait(false);
        await ReviewChangesAsync(operation, rows, InviteOutcome.Merged, InvitationOperation.Edit, row => row.Merged(), now, cancellationToken)
            .ConfigureAwait(false);
        await HandOverAsync(operation, rows, now, cancellationToken).ConfigureAwait(false);
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

    /// <summary>Who changes an open invitation must have been able to make it, as it is and as it will be; what the row says is not enough.</summary>
    private async Task ReviewChangesAsync(
        InviteOperation operation,
        List<InviteRow> rows,
        InviteOutcome outcome,
        InvitationOperation kind,
        Func<InviteRow, Invitation> after,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var changing = rows.FindAll(row => row.Outcome == outcome && row.Policy.Existing is not null);
        if (changing.Count == 0)
            return;

        var judged = changing.ConvertAll(row => new PolicyRow(row.Policy.Row, GrantReview.DraftOf(after(row)) with { Lifetime = row.Policy.Draft.Lifetime })
        {
            Existing = row.Policy.Existing,
        });
        await review.ReviewAsync(operation.Context, kind, judged, operation.Options, now, cancellationToken).ConfigureAwait(false);
        for (var i = 0; i < judged.Count; i++)
        {
            foreach (var error in judged[i].Errors)
                changing[i].Policy.Refuse(error);
            if (judged[i].HasLifetime)
                changing[i].Policy.AllowFor(judged[i].Lifetime);
        }
    }

    /// <summary>Finds out for which open invitations the inviter has to answer from now on, because the former one could not make them any more.</summary>
    private async Task HandOverAsync(InviteOperation operation, List<InviteRow> rows, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // For what awaits approval, whoever approves it will answer.
        var changing = rows.FindAll(row =>
            row is { Outcome: InviteOutcome.Reinvited or InviteOutcome.Merged, Policy.Existing.Status: InvitationStatus.Pending });
        var changed = changing.ConvertAll(row => row.Outcome is InviteOutcome.Merged ? row.Merged() : row.Policy.Existing!);
        var handed = await handover
            .ApplyAsync(changed, operation.Context.Settings, operation.Context.Inviter, now, cancellationToken)
            .ConfigureAwait(false);
        for (var i = 0; i < changing.Count; i++)
            changing[i].IsTakenOver = !ReferenceEquals(handed[i], changed[i]);
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
