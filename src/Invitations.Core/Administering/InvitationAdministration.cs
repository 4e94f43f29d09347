using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Invitations;

internal sealed class InvitationAdministration(
    InvitationAccess access,
    InvitationEditor editor,
    AdministrationWriter writer,
    InvitationIssuer issuer,
    ReminderPlanner reminders,
    InviterHandover handover,
    LinkMaker links,
    InvitationClock clock,
    EventPublisher events,
    DeliverySignal signal,
    Instrumentation instrumentation,
    ILogger<InvitationAdministration>? logger = null) : IInvitationAdministration
{
    private readonly ILogger _logger = logger ?? NullLogger<InvitationAdministration>.Instance;

    /// <summary>A change between looking and writing sends a revocation back to look again; that often.</summary>
    private const int Tries = 3;

    public async Task<AdministrationResult> ReinviteAsync(
        TenantId tenant, Guid invitationId, Inviter actor, CancellationToken cancellationToken = default)
    {
        using var activity = instrumentation.Start("invitations.reinvite");
        var now = clock.Now;
        var opened = await access.OpenAsync(tenant, invitationId, actor, InvitationOperation.Reinvite, now, cancellationToken).ConfigureAwait(false);
        if (opened.Errors.Count > 0)
            return await FinishAsync(AdministrationChange.Reinvite, AdministrationWrite.Refused(opened.Errors), cancellationToken).ConfigureAwait(false);
        if (!opened.Row!.HasLifetime)
        {
            var noAnswer = AdministrationWrite.Refused([new InvitationError(InvitationErrorCodes.PolicyNoAnswer)]);
            return await FinishAsync(AdministrationChange.Reinvite, noAnswer, cancellationToken).ConfigureAwait(false);
        }

        var settings = opened.Operation.Settings;
        var reissued = issuer.Reissue(opened.Found!, opened.Row.Lifetime, now);
        reissued = await handover.ApplyAsync(reissued, settings, actor, now, cancellationToken).ConfigureAwait(false);
        reissued = await reminders.PlanAsync(settings, reissued, now, cancellationToken).ConfigureAwait(false);
        var write = await writer.ReissueAsync(opened.Found!, reissued, QuotaSource.Of(opened.Operation), now, cancellationToken).ConfigureAwait(false);
        return await FinishAsync(AdministrationChange.Reinvite, write, cancellationToken).ConfigureAwait(false);
    }

    public async Task<AdministrationResult> RevokeAsync(
        TenantId tenant, Guid invitationId, Inviter actor, CancellationToken cancellationToken = default)
    {
        using var activity = instrumentation.Start("invitations.revoke");
        for (var attempt = 1; ; attempt++)
        {
            var now = clock.Now;
            var opened = await access.OpenAsync(tenant, invitationId, actor, InvitationOperation.Revoke, now, cancellationToken).ConfigureAwait(false);
            if (opened is { Errors.Count: 0, Found.Status: InvitationStatus.Revoked })
                return new(opened.Found);

            var write = opened.Errors.Count > 0
                ? AdministrationWrite.Refused(opened.Errors)
                : await writer.RevokeAsync(opened.Found!, actor, now, cancellationToken).ConfigureAwait(false);
            if (opened.Errors.Count > 0 || write.Invitation is not null || attempt == Tries)
                return await FinishAsync(AdministrationChange.Revoke, write, cancellationToken).ConfigureAwait(false);
        }
    }

    public async Task<AdministrationResult> EditAsync(
        TenantId tenant, Guid invitationId, InvitationEdit edit, Inviter actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(edit);
        using var activity = instrumentation.Start("invitations.edit");
        var now = clock.Now;
        var (found, edited, operation, errors) = await editor.EditAsync(tenant, invitationId, edit, actor, now, cancellationToken).ConfigureAwait(false);
        var write = errors.Count > 0
            ? AdministrationWrite.Refused(errors)
            : await writer.EditAsync(found!, edited!, QuotaSource.Of(operation), now, cancellationToken).ConfigureAwait(false);
        return await FinishAsync(AdministrationChange.Edit, write, cancellationToken).ConfigureAwait(false);
    }

    public async Task<ShowSecretResult> ShowSecretAsync(
        TenantId tenant, Guid invitationId, Inviter actor, CancellationToken cancellationToken = default)
    {
        using var activity = instrumentation.Start("invitations.show_secret");
        var now = clock.Now;
        var opened = await access.OpenAsync(tenant, invitationId, actor, InvitationOperation.ShowSecret, now, cancellationToken).ConfigureAwait(false);
        var (found, errors) = (opened.Found, opened.Errors);
        var secrets = errors.Count == 0 ? links.SecretsOf(found!) : null;
        if (errors.Count == 0 && secrets is null)
            errors = [new InvitationError(InvitationErrorCodes.CodeKeyRetired)];
        instrumentation.Administered("show_secret", errors.Count == 0);
        if (errors.Count > 0)
            return new(errors);

        // Written before it is shown: nobody sees a secret without leaving a trace.
        await writer.RecordShownAsync(found!, actor, now, cancellationToken).ConfigureAwait(false);
        Log.Administered(_logger, found!.Id, AuditAction.SecretShown);
        return new(secrets!);
    }

    private async Task<AdministrationResult> FinishAsync(AdministrationChange change, AdministrationWrite write, CancellationToken cancellationToken)
    {
        instrumentation.Administered(change.Name, write.Invitation is not null);
        if (write.Invitation is not { } invitation)
            return new(write.Errors);

        Log.Administered(_logger, invitation.Id, change.Action);
        if (change.Sends)
            signal.Notify();
        var at = clock.Now;
        InvitationEvent[] raised =
        [
            .. write.Ended.Select(ended => new InvitationEvent(InvitationEventKind.Expired, ended, at)),
            new(change.Event, invitation, at),
        ];
        await events.PublishAsync(raised, cancellationToken).ConfigureAwait(false);
        return new(invitation);
    }
}
