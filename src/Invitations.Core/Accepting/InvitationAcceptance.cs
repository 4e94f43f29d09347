using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Invitations;

internal sealed class InvitationAcceptance(
    SecretReader secrets,
    AcceptanceReview review,
    AcceptanceWriter writer,
    EventPublisher events,
    InvitationClock clock,
    Instrumentation instrumentation,
    ILogger<InvitationAcceptance>? logger = null) : IInvitationAcceptance
{
    private readonly ILogger _logger = logger ?? NullLogger<InvitationAcceptance>.Instance;

    /// <summary>A change between looking and claiming sends the person back to look again; that often.</summary>
    private const int Tries = 3;

    public async Task<PreviewResult> PreviewAsync(InvitationSecret secret, CancellationToken cancellationToken = default)
    {
        using var activity = instrumentation.Start("invitations.preview");
        var (invitation, error) = await secrets.ReadAsync(secret, cancellationToken).ConfigureAwait(false);
        error ??= IsOpen(invitation!) ? null : Refusals.ForStatus(invitation!, clock.Now);
        Report("preview", secret, error);
        return error is null ? new(PreviewOf(invitation!)) : new(error);
    }

    public async Task<AcceptResult> AcceptAsync(
        InvitationSecret secret, Acceptor acceptor, Profile? profile = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(acceptor);
        using var activity = instrumentation.Start("invitations.accept");
        writer.EnsureCanAccept(acceptor);
        var result = await TryAcceptAsync(secret, acceptor, profile, cancellationToken).ConfigureAwait(false);
        Report("accept", secret, result.Errors.Count == 0 ? null : result.Errors[0]);
        return result;
    }

    public async Task<DeclineResult> DeclineAsync(InvitationSecret secret, CancellationToken cancellationToken = default)
    {
        using var activity = instrumentation.Start("invitations.decline");
        var error = await TryDeclineAsync(secret, cancellationToken).ConfigureAwait(false);
        Report("decline", secret, error);
        return error is null ? new() : new(error);
    }

    private async Task<AcceptResult> TryAcceptAsync(
        InvitationSecret secret, Acceptor acceptor, Profile? profile, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (invitation, error) = await secrets.ReadAsync(secret, cancellationToken).ConfigureAwait(false);
            if (error is not null)
                return new([error]);
            if (IsRepeat(invitation!, acceptor))
                return new(AcceptanceOf(invitation!, invitation!.Profile, invitation.AcceptedBy!, isRepeat: true));
            if (!IsOpen(invitation!))
                return new([Refusals.ForStatus(invitation!, clock.Now)]);

            var settings = await review.SettingsOfAsync(invitation!, cancellationToken).ConfigureAwait(false);
            var merged = AcceptedProfile.Merge(invitation!, profile, settings, out var errors);
            if (errors.Count == 0)
                errors = await review.CheckAsync(invitation!, acceptor, settings, cancellationToken).ConfigureAwait(false);
            if (errors.Count > 0)
                return new(errors);

            var claim = await writer.AcceptAsync(invitation!, merged, acceptor, cancellationToken).ConfigureAwait(false);
            if (claim.Accepted is { } accepted)
            {
                Log.Accepted(_logger, accepted.Id);
                await events.PublishAsync([new(InvitationEventKind.Accepted, accepted, accepted.EndedAt!.Value)], cancellationToken).ConfigureAwait(false);
                return new(AcceptanceOf(accepted, merged, accepted.AcceptedBy!, isRepeat: false));
            }

            if (claim.Errors.Count > 0)
                return new(claim.Errors);
            Log.AcceptanceConflict(_logger, invitation!.Id);
            if (attempt == Tries)
                return new([new InvitationError(InvitationErrorCodes.InvitationChanged)]);
        }
    }

    private async Task<InvitationError?> TryDeclineAsync(InvitationSecret secret, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (invitation, error) = await secrets.ReadAsync(secret, cancellationToken).ConfigureAwait(false);
            if (error is not null || invitation!.Status is InvitationStatus.Declined)
                return error;
            if (!IsOpen(invitation))
                return Refusals.ForStatus(invitation, clock.Now);
            if (await writer.DeclineAsync(invitation, cancellationToken).ConfigureAwait(false) is { } declined)
            {
                Log.Declined(_logger, declined.Id);
                await events.PublishAsync([new(InvitationEventKind.Declined, declined, declined.EndedAt!.Value)], cancellationToken).ConfigureAwait(false);
                return null;
            }

            if (attempt == Tries)
                return new(InvitationErrorCodes.InvitationChanged);
        }
    }

    private static bool IsRepeat(Invitation invitation, Acceptor acceptor) =>
        invitation is { Status: InvitationStatus.Accepted, AcceptedBy: { } acceptedBy }
        && (acceptor.IsSigningUp
            ? acceptor.Attempt is { } attempt && string.Equals(attempt, invitation.AcceptanceAttempt, StringComparison.Ordinal)
            : string.Equals(acceptor.UserId, acceptedBy, StringComparison.Ordinal));

    private bool IsOpen(Invitation invitation) => invitation.StatusAt(clock.Now) is InvitationStatus.Pending;

    private static InvitationPreview PreviewOf(Invitation invitation) => new()
    {
        Tenant = invitation.Tenant,
        InviterName = invitation.InviterName,
        MaskedAddress = AddressMask.Of(invitation.Recipient),
        FirstName = invitation.Profile.FirstName,
        Language = invitation.Profile.Language,
        PersonalMessage = invitation.PersonalMessage,
        Grant = invitation.Grant,
        ExpiresAt = invitation.ExpiresAt,
    };

    private static Acceptance AcceptanceOf(Invitation invitation, Profile profile, string userId, bool isRepeat) => new()
    {
        InvitationId = invitation.Id,
        Tenant = invitation.Tenant,
        UserId = userId,
        Grant = invitation.Grant,
        Profile = profile,
        Metadata = invitation.Metadata,
        RedirectPath = invitation.RedirectPath,
        IsRepeat = isRepeat,
    };

    private void Report(string action, InvitationSecret secret, InvitationError? error)
    {
        instrumentation.Redeemed(action, error is null ? "done" : RedemptionOutcome.Of(error));
        if (error is not null)
            Log.RedemptionRefused(_logger, secret.Kind, error.Code);
    }
}
