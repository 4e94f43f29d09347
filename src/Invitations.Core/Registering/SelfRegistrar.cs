using System.Security.Cryptography;
using System.Text;
using Invitations.Stores;

namespace Invitations;

/// <summary>Lets somebody join by themselves: an invitation without a message, made and accepted at once.</summary>
internal sealed class SelfRegistrar(
    RegistrationReview review,
    IInvitationService invitations,
    IInvitationStore store,
    AdministrationWriter administration,
    Redeemer redeemer,
    IAttemptStore attempts,
    EventPublisher events,
    InvitationClock clock)
{
    /// <summary>Longer than joining takes; by then the account directory knows the member.</summary>
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private static readonly Inviter System = Inviter.System("self-registration");

    /// <summary>Whether it is a self-registration and no invitation by somebody.</summary>
    public static bool IsOwn(Invitation invitation) =>
        invitation.IsFromSystem && string.Equals(invitation.InvitedBy, System.UserId, StringComparison.Ordinal);

    public static bool IsOwn(Inviter inviter) => inviter.IsSystem && string.Equals(inviter.UserId, System.UserId, StringComparison.Ordinal);

    public async Task<AcceptResult> RegisterAsync(TenantId tenant, Acceptor person, Profile? profile, CancellationToken cancellationToken)
    {
        var own = await review.SettingsOfAsync(tenant, cancellationToken).ConfigureAwait(false);
        var (email, refusal) = AddressOf(person, own);
        if (await FindOpenAsync(tenant, email, cancellationToken).ConfigureAwait(false) is { } open)
        {
            return IsOwn(open) || !own.Registration.InvitationFirst
                ? await AcceptAsync(open, person, profile, cancellationToken).ConfigureAwait(false)
                : Refused(new(InvitationErrorCodes.RegistrationInvitationRequired));
        }

        if (refusal is not null)
            return Refused(refusal);

        var budget = BudgetOf(tenant, email!);
        if (await attempts.TryTakeAsync(new(budget, 1, Window, clock.Now), cancellationToken).ConfigureAwait(false) is { } retryAt)
            return Refused(Refusals.Of(InvitationErrorCodes.RegistrationTooSoon, null, "retryAt", retryAt));
        var result = await MakeAndAcceptAsync(tenant, email!, own, person, profile, budget, cancellationToken).ConfigureAwait(false);

        // Where somebody else has accepted what was made here, the address has joined: the next one still waits.
        if (!result.Succeeded && !result.Errors.Any(error => error.Code == InvitationErrorCodes.InvitationAlreadyAccepted))
            await attempts.GiveBackAsync(budget, CancellationToken.None).ConfigureAwait(false);
        return result;
    }

    private async Task<AcceptResult> MakeAndAcceptAsync(
        TenantId tenant, string email, TenantSettings own, Acceptor person, Profile? profile, string budget, CancellationToken cancellationToken)
    {
        Guid? made = null;
        try
        {
            var invited = await invitations
                .InviteAsync(tenant, InviteOf(email, profile, own), System, OptionsOf(own, clock.Now), cancellationToken)
                .ConfigureAwait(false);
            if (!invited.Succeeded)
                return new(Explained(invited.Errors));
            made = invited.InvitationId;
            var result = await AcceptAsync(tenant, made!.Value, person, profile, cancellationToken).ConfigureAwait(false);
            if (!result.Succeeded)
                await WithdrawAsync(tenant, made.Value).ConfigureAwait(false);
            return result;
        }
        catch
        {
            // Nothing stays behind that would hold the address and a seat.
            if (made is { } id)
                await WithdrawAsync(tenant, id).ConfigureAwait(false);
            await attempts.GiveBackAsync(budget, CancellationToken.None).ConfigureAwait(false);
            throw;
        }
    }

    private Task<AcceptResult> AcceptAsync(Invitation open, Acceptor person, Profile? profile, CancellationToken cancellationToken) =>
        AcceptAsync(open.Tenant, open.Id, person, profile, cancellationToken);

    private Task<AcceptResult> AcceptAsync(TenantId tenant, Guid id, Acceptor person, Profile? profile, CancellationToken cancellationToken) =>
        redeemer.AcceptAsync(
            async token =>
            {
                var found = await store.FindAsync(tenant, [id], token).ConfigureAwait(false);
                return found.Count == 1 ? new(found[0], null) : new(null, Refusals.Unknown());
            },
            person,
            profile,
            cancellationToken);

    private async Task WithdrawAsync(TenantId tenant, Guid id)
    {
        var found = await store.FindAsync(tenant, [id], CancellationToken.None).ConfigureAwait(false);
        if (found.Count == 0 || !redeemer.IsOpen(found[0]))
            return;
        var now = clock.Now;
        var write = await administration.RevokeAsync(found[0], System, now, CancellationToken.None).ConfigureAwait(false);
        if (write.Invitation is { } revoked)
            await events.PublishAsync([new(InvitationEventKind.Revoked, revoked, now)], CancellationToken.None).ConfigureAwait(false);
    }

    private async Task<Invitation?> FindOpenAsync(TenantId tenant, string? email, CancellationToken cancellationToken)
    {
        if (email is null)
            return null;
        var open = await review.FindOpenAsync(tenant, [new(UniqueKeyKind.Email, email)], cancellationToken).ConfigureAwait(false);
        return open.Count > 0 ? open[0] : null;
    }

    /// <returns>The verified address that joins, the first one that may, and why none may.</returns>
    private static (string? Email, InvitationError? Refusal) AddressOf(Acceptor person, TenantSettings own)
    {
        string? first = null;
        InvitationError? refusal = null;
        foreach (var text in person.VerifiedEmails)
        {
            if (!EmailAddress.TryParse(text, out var email))
                continue;
            var judged = RegistrationReview.Judge(email, own);
            if (judged is null)
                return (email.Value, null);
            first ??= email.Value;
            refusal ??= judged;
        }

        return (first, refusal ?? new(InvitationErrorCodes.RegistrationNotAllowed));
    }

    /// <summary>What the person says of themselves; which employee they are, they do not say.</summary>
    private static Invite InviteOf(string email, Profile? profile, TenantSettings own) => new(email)
    {
        FirstName = profile?.FirstName,
        LastName = profile?.LastName,
        JobTitle = profile?.JobTitle,
        Department = profile?.Department,
        LineManager = profile?.LineManager,
        StartDate = profile?.StartDate,
        Language = profile?.Language,
        Fields = profile?.Fields ?? Empty<string, string>.Dictionary,
        Kind = own.Registration.Kind,
    };

    private static InviteOptions OptionsOf(TenantSettings own, DateTimeOffset now) => new()
    {
        Kind = own.Registration.Kind,
        Roles = own.Registration.Roles,
        Groups = own.Registration.Groups,
        Products = own.Registration.Products,
        MembershipEndsAt = now + own.Registration.MembershipLasts,
        Channels = [],
    };

    /// <summary>Somebody was faster to invite the address: that invitation is the way in now.</summary>
    private static IReadOnlyList<InvitationError> Explained(IReadOnlyList<InvitationError> errors) =>
    [
        .. errors.Select(error => error.Code == InvitationErrorCodes.InvitationAlreadyPending
            ? new(InvitationErrorCodes.RegistrationInvitationRequired)
            : error),
    ];

    private static string BudgetOf(TenantId tenant, string email) =>
        "register:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{tenant.Value}\n{email}")));

    private static AcceptResult Refused(InvitationError error) => new([error]);
}
