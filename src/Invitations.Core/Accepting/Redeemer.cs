using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Invitations;

/// <summary>Accepts or declines an invitation, by whichever way it was found: a token, a code, a person's own list, a self-registration.</summary>
internal sealed class Redeemer(
    AcceptanceReview review,
    AcceptanceSuccession succession,
    AcceptanceWriter writer,
    EventPublisher events,
    InvitationClock clock,
    ILogger<Redeemer>? logger = null)
{
    /// <summary>A change between looking and claiming sends the person back to look again; that often.</summary>
    private const int Tries = 3;

    private readonly ILogger _logger = logger ?? NullLogger<Redeemer>.Instance;

    /// <param name="read">Looks the invitation up, anew each time.</param>
    /// <param name="acceptor">Who accepts.</param>
    /// <param name="profile">What the person filled in, or null.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<AcceptResult> AcceptAsync(
        Func<CancellationToken, Task<Redemption>> read, Acceptor acceptor, Profile? profile, CancellationToken cancellationToken)
    {
        writer.EnsureCanAccept(acceptor);
        for (var attempt = 1; ; attempt++)
        {
            var (invitation, error) = await read(cancellationToken).ConfigureAwait(false);
            if (error is not null)
                return new([error]);
            var settings = await review.SettingsOfAsync(invitation!, cancellationToken).ConfigureAwait(false);
            if (IsRepeat(invitation!, acceptor))
                return new(Acceptance.Of(invitation!, settings, invitation!.AcceptedBy!, isRepeat: true));
            if (!IsOpen(invitation!))
                return new([Refusals.ForStatus(invitation!, clock.Now)]);

            var merged = AcceptedProfile.Merge(invitation!, profile, settings, out var errors);
            if (errors.Count > 0)
                return new(errors);
            var offered = await succession.ApplyAsync(invitation!, settings, cancellationToken).ConfigureAwait(false);
            errors = await review.CheckAsync(offered, acceptor, settings, cancellationToken).ConfigureAwait(false);
            if (errors.Count > 0)
                return new(errors);

            var (completed, grant) = await review.CompleteAsync(offered, merged, settings, cancellationToken).ConfigureAwait(false);
            var claim = await writer
                .AcceptAsync(invitation!, offered with { Grant = grant }, completed, acceptor, settings, cancellationToken)
                .ConfigureAwait(false);
            if (claim.Accepted is { } accepted)
            {
                Log.Accepted(_logger, accepted.Id);
                await events.PublishAsync([new(InvitationEventKind.Accepted, accepted, accepted.EndedAt!.Value)], cancellationToken).ConfigureAwait(false);
                return new(Acceptance.Of(accepted, settings, accepted.AcceptedBy!, isRepeat: false));
            }

            if (claim.Errors.Count > 0)
                return new(claim.Errors);
            Log.AcceptanceConflict(_logger, invitation!.Id);
            if (attempt == Tries)
                return new([new InvitationError(InvitationErrorCodes.InvitationChanged)]);
        }
    }

    /// <param name="read">Looks the invitation up, anew each time.</param>
    /// <param name="options">How to decline.</param>
    /// <param name="actor">The host's id of the user who declines, or null for whoever has the secret.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<InvitationError?> DeclineAsync(
        Func<CancellationToken, Task<Redemption>> read, DeclineOptions options, string? actor, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (invitation, error) = await read(cancellationToken).ConfigureAwait(false);
            if (error is not null)
                return error;
            if (invitation!.Status is InvitationStatus.Declined)
            {
                await writer.SuppressAsync(invitation, options, actor, cancellationToken).ConfigureAwait(false);
                return null;
            }

            if (!IsOpen(invitation))
                return Refusals.ForStatus(invitation, clock.Now);
            if (await writer.DeclineAsync(invitation, options, actor, cancellationToken).ConfigureAwait(false) is { } declined)
            {
                Log.Declined(_logger, declined.Id);
                await events.PublishAsync([new(InvitationEventKind.Declined, declined, declined.EndedAt!.Value)], cancellationToken).ConfigureAwait(false);
                return null;
            }

            if (attempt == Tries)
                return new(InvitationErrorCodes.InvitationChanged);
        }
    }

    public bool IsOpen(Invitation invitation) => invitation.StatusAt(clock.Now) is InvitationStatus.Pending;

    private static bool IsRepeat(Invitation invitation, Acceptor acceptor) =>
        invitation is { Status: InvitationStatus.Accepted, AcceptedBy: { } acceptedBy }
        && (acceptor.IsSigningUp
            ? acceptor.Attempt is { } attempt && string.Equals(attempt, invitation.AcceptanceAttempt, StringComparison.Ordinal)
            : string.Equals(acceptor.UserId, acceptedBy, StringComparison.Ordinal));
}
