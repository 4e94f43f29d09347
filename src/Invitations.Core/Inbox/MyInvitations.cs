using Invitations.Stores;

namespace Invitations;

internal sealed class MyInvitations(
    IInboxStore inbox,
    IInvitationStore store,
    PersonKeys keys,
    AcceptanceReview review,
    Redeemer redeemer,
    InvitationClock clock,
    Instrumentation instrumentation) : IMyInvitations
{
    private static readonly DeclineOptions JustDecline = new();

    public async Task<IReadOnlyList<MyInvitation>> ListAsync(Acceptor person, CancellationToken cancellationToken = default)
    {
        EnsureSignedIn(person);
        using var activity = instrumentation.Start("invitations.list_mine");
        var query = new InboxQuery { Keys = keys.Of(person), Now = clock.Now, Take = IMyInvitations.Most };
        var found = await inbox.FindAsync(query, cancellationToken).ConfigureAwait(false);
        var mine = new List<MyInvitation>(found.Count);
        foreach (var invitation in found)
        {
            var settings = await review.SettingsOfAsync(invitation, cancellationToken).ConfigureAwait(false);
            if (await review.IsRecipientAsync(invitation, person, settings, cancellationToken).ConfigureAwait(false))
                mine.Add(MyInvitationOf(invitation));
        }

        return mine;
    }

    public async Task<IReadOnlyList<MyAcceptResult>> AcceptAsync(
        Acceptor person, IReadOnlyCollection<InvitationReference> invitations, Profile? profile = null, CancellationToken cancellationToken = default)
    {
        EnsureSignedIn(person);
        ArgumentNullException.ThrowIfNull(invitations);
        using var activity = instrumentation.Start("invitations.accept_mine");
        var results = new List<MyAcceptResult>(invitations.Count);
        foreach (var reference in invitations)
        {
            var result = results.Count < IMyInvitations.Most
                ? await AcceptAsync(person, reference, profile, cancellationToken).ConfigureAwait(false)
                : new([Refusals.Of(InvitationErrorCodes.BatchTooLarge, null, "limit", IMyInvitations.Most, "count", invitations.Count)]);
            results.Add(new(reference, result));
        }

        return results;
    }

    public async Task<DeclineResult> DeclineAsync(
        Acceptor person, InvitationReference invitation, DeclineOptions? options = null, CancellationToken cancellationToken = default)
    {
        EnsureSignedIn(person);
        using var activity = instrumentation.Start("invitations.decline_mine");
        var error = await redeemer
            .DeclineAsync(token => ReadAsync(person, invitation, token), options ?? JustDecline, person.UserId, cancellationToken)
            .ConfigureAwait(false);
        instrumentation.Redeemed("decline_mine", error is null ? "done" : RedemptionOutcome.Of(error));
        return error is null ? new() : new(error);
    }

    private async Task<AcceptResult> AcceptAsync(
        Acceptor person, InvitationReference reference, Profile? profile, CancellationToken cancellationToken)
    {
        var result = await redeemer.AcceptAsync(token => ReadAsync(person, reference, token), person, profile, cancellationToken).ConfigureAwait(false);
        instrumentation.Redeemed("accept_mine", result.Succeeded ? "done" : RedemptionOutcome.Of(result.Errors[0]));
        return result;
    }

    /// <summary>Looks a person's own invitation up. That it is theirs, its addresses say: nobody brings a secret here, so no wider binding counts.</summary>
    private async Task<Redemption> ReadAsync(Acceptor person, InvitationReference reference, CancellationToken cancellationToken)
    {
        var found = await store.FindAsync(reference.Tenant, [reference.InvitationId], cancellationToken).ConfigureAwait(false);
        var own = keys.Of(person);
        return found.Count == 1 && found[0].IssuedAt is not null && UniqueKey.Of(found[0].Recipient, Profile.Empty).Any(own.Contains)
            ? new(found[0], null)
            : new(null, Refusals.Unknown());
    }

    private static MyInvitation MyInvitationOf(Invitation invitation) => new()
    {
        Reference = new(invitation.Tenant, invitation.Id),
        Preview = InvitationPreview.Of(invitation),
        IssuedAt = invitation.IssuedAt,
    };

    private static void EnsureSignedIn(Acceptor person)
    {
        ArgumentNullException.ThrowIfNull(person);
        if (person.IsSigningUp)
            throw new ArgumentException("Only somebody who is signed in has invitations of their own: pass 'Acceptor.User(...)'.", nameof(person));
    }
}
