using System.Security.Cryptography;
using System.Text;
using Invitations.Stores;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Invitations;

internal sealed class JoinRequests(
    TenantSettingsReader settingsReader,
    JoinRequestReader reader,
    JoinRequestWriter writer,
    InvitationIssuer issuer,
    IAttemptStore attempts,
    InvitationClock clock,
    EventPublisher events,
    Instrumentation instrumentation,
    ILogger<JoinRequests>? logger = null) : IJoinRequests
{
    private readonly ILogger _logger = logger ?? NullLogger<JoinRequests>.Instance;

    public async Task<JoinRequestResult> RequestAsync(
        TenantId tenant, JoinRequest request, Acceptor requester, string caller, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(requester);
        ArgumentException.ThrowIfNullOrWhiteSpace(caller);
        _ = tenant.Value;
        using var activity = instrumentation.Start("invitations.request_to_join");
        var now = clock.Now;
        var settings = await settingsReader.ReadAsync(tenant, cancellationToken).ConfigureAwait(false);
        var errors = new ErrorList();
        if (!settings.JoinRequests.Allowed)
            errors.Add(new(InvitationErrorCodes.JoinNotAvailable));
        else if (await RetryAtAsync(tenant, settings.JoinRequests, caller, now, cancellationToken).ConfigureAwait(false) is { } retryAt)
            errors.Add(Refusals.Of(InvitationErrorCodes.JoinTooManyAttempts, null, "retryAt", retryAt));
        var draft = errors.Count > 0
            ? null
            : await reader.ReadAsync(request, requester, settings, errors, now, cancellationToken).ConfigureAwait(false);
        if (draft is null && errors.Count == 0)
            errors.Add(new(InvitationErrorCodes.JoinNotAvailable));

        instrumentation.Redeemed("request_to_join", errors.Count == 0 ? "done" : RedemptionOutcome.Of(errors.Errors[0]));
        if (draft is null)
            return new(errors.Errors);
        await KeepAsync(issuer.CreateJoinRequest(tenant, draft, settings, now), requester.UserId, now, cancellationToken).ConfigureAwait(false);
        return new();
    }

    private async Task KeepAsync(Invitation request, string? requester, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!await writer.IsNewAsync(request, now, cancellationToken).ConfigureAwait(false))
            return;
        var (isKept, ended) = await writer.WriteAsync(request, requester, now, cancellationToken).ConfigureAwait(false);
        if (!isKept)
            return;

        Log.Administered(_logger, request.Id, AuditAction.JoinRequested);
        InvitationEvent[] raised =
        [
            .. ended.Select(invitation => new InvitationEvent(InvitationEventKind.Expired, invitation, now)),
            new(InvitationEventKind.ApprovalRequested, request, now),
        ];
        await events.PublishAsync(raised, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Every request costs an attempt, a wrong one too: what a caller has used up is not taken from the others.</summary>
    private async Task<DateTimeOffset?> RetryAtAsync(
        TenantId tenant, JoinRequestSettings settings, string caller, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var ofCaller = new AttemptRequest(KeyOf($"{tenant.Value}\n{caller}"), settings.AttemptsPerCaller, settings.Window, now);
        if (await attempts.TryTakeAsync(ofCaller, cancellationToken).ConfigureAwait(false) is { } retryAt)
            return retryAt;
        var ofTenant = new AttemptRequest(KeyOf(tenant.Value), settings.AttemptsPerTenant, settings.Window, now);
        return await attempts.TryTakeAsync(ofTenant, cancellationToken).ConfigureAwait(false);
    }

    private static string KeyOf(string text) => "join:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
