using Invitations.Stores;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Invitations;

internal sealed class NewLinkRequests(
    SecretReader secrets,
    TenantSettingsReader settings,
    IAttemptStore attempts,
    IAuditStore audit,
    EventPublisher events,
    InvitationClock clock,
    Instrumentation instrumentation,
    ILogger<NewLinkRequests>? logger = null) : INewLinkRequests
{
    private readonly ILogger _logger = logger ?? NullLogger<NewLinkRequests>.Instance;

    public async Task<NewLinkResult> AskAsync(InvitationSecret secret, CancellationToken cancellationToken = default)
    {
        using var activity = instrumentation.Start("invitations.request_new_link");
        var error = await TryAskAsync(secret, cancellationToken).ConfigureAwait(false);
        instrumentation.Redeemed("request_new_link", error is null ? "done" : RedemptionOutcome.Of(error));
        if (error is not null)
            Log.RedemptionRefused(_logger, secret.Kind, error.Code);
        return new(error);
    }

    private async Task<InvitationError?> TryAskAsync(InvitationSecret secret, CancellationToken cancellationToken)
    {
        var (invitation, error) = await secrets.ReadAsync(secret, cancellationToken).ConfigureAwait(false);
        if (error is not null)
            return error;

        var now = clock.Now;
        if (invitation!.StatusAt(now) is not InvitationStatus.Expired)
            return invitation.Status is InvitationStatus.Pending ? new(InvitationErrorCodes.NewLinkNotNeeded) : Refusals.ForStatus(invitation, now);
        var own = await settings.ReadAsync(invitation.Tenant, cancellationToken).ConfigureAwait(false);
        if (!own.LateComers.CanAsk)
            return new(InvitationErrorCodes.NewLinkNotAvailable);

        var request = new AttemptRequest($"new-link:{invitation.Id:N}", 1, own.LateComers.Cooldown, now);
        if (await attempts.TryTakeAsync(request, cancellationToken).ConfigureAwait(false) is { } retryAt)
            return Refusals.Of(InvitationErrorCodes.NewLinkTooSoon, null, "retryAt", retryAt);

        await audit
            .AppendAsync([AuditTrail.Entry(invitation.Tenant, invitation.Id, AuditAction.NewLinkRequested, null, now)], cancellationToken)
            .ConfigureAwait(false);
        await events.PublishAsync([new(InvitationEventKind.NewLinkRequested, invitation, now)], cancellationToken).ConfigureAwait(false);
        return null;
    }
}
