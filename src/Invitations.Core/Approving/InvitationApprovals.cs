using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Invitations;

internal sealed class InvitationApprovals(
    OperationContextFactory contexts,
    ApprovalReview review,
    ApprovalWriter writer,
    IInvitationQueries queries,
    InvitationClock clock,
    EventPublisher events,
    DeliverySignal signal,
    Instrumentation instrumentation,
    IOptionsMonitor<InvitationOptions> options,
    ILogger<InvitationApprovals>? logger = null) : IInvitationApprovals
{
    /// <summary>A change between looking and writing sends back to look again; that often.</summary>
    private const int Tries = 3;

    private readonly ILogger _logger = logger ?? NullLogger<InvitationApprovals>.Instance;

    public Task<InvitationPage> ListAsync(
        TenantId tenant, Inviter viewer, InvitationListRequest? request = null, CancellationToken cancellationToken = default)
    {
        request ??= new();
        var waiting = request with { Filter = request.Filter with { Statuses = [InvitationStatus.AwaitingApproval] } };
        return queries.ListAsync(tenant, viewer, waiting, cancellationToken);
    }

    public async Task<ApprovalResult> ApproveAsync(TenantId tenant, Guid invitationId, Inviter approver, CancellationToken cancellationToken = default)
    {
        var results = await ApproveManyAsync(tenant, [invitationId], approver, cancellationToken).ConfigureAwait(false);
        return results[0];
    }

    public async Task<IReadOnlyList<ApprovalResult>> ApproveManyAsync(
        TenantId tenant, IReadOnlyCollection<Guid> invitationIds, Inviter approver, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(invitationIds);
        using var activity = instrumentation.Start("invitations.approve");
        var context = await contexts.CreateAsync(tenant, approver, cancellationToken).ConfigureAwait(false);
        return await AnswerAsync(new(context, IsYes: true, null), invitationIds, cancellationToken).ConfigureAwait(false);
    }

    public async Task<ApprovalResult> RefuseAsync(
        TenantId tenant, Guid invitationId, Inviter approver, string? reason = null, CancellationToken cancellationToken = default)
    {
        var results = await RefuseManyAsync(tenant, [invitationId], approver, reason, cancellationToken).ConfigureAwait(false);
        return results[0];
    }

    public async Task<IReadOnlyList<ApprovalResult>> RefuseManyAsync(
        TenantId tenant, IReadOnlyCollection<Guid> invitationIds, Inviter approver, string? reason = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(invitationIds);
        using var activity = instrumentation.Start("invitations.refuse_approval");
        var context = await contexts.CreateAsync(tenant, approver, cancellationToken).ConfigureAwait(false);
        var errors = new ErrorList();
        var text = ProfileReader.Message(reason, context.Settings.MaxMessageLength, errors, FieldNames.Reason);
        return errors.Count > 0
            ? [.. invitationIds.Select(id => new ApprovalResult(id, errors.Errors))]
            : await AnswerAsync(new(context, IsYes: false, text), invitationIds, cancellationToken).ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<ApprovalResult>> AnswerAsync(
        ApprovalAnswer answer, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var results = new Dictionary<Guid, ApprovalResult>(ids.Count);
        foreach (var chunk in ids.Distinct().Chunk(options.CurrentValue.ChunkSize))
        {
            foreach (var result in await AnswerChunkAsync(answer, chunk, cancellationToken).ConfigureAwait(false))
                results.Add(result.InvitationId, result);
        }

        return [.. ids.Select(id => results[id])];
    }

    private async Task<IEnumerable<ApprovalResult>> AnswerChunkAsync(ApprovalAnswer answer, Guid[] ids, CancellationToken cancellationToken)
    {
        var refused = new Dictionary<Guid, IReadOnlyList<InvitationError>>();
        var done = new List<Invitation>(ids.Length);
        var open = ids;
        for (var attempt = 1; open.Length > 0 && attempt <= Tries; attempt++)
        {
            var now = clock.Now;
            var decisions = await review.ReviewAsync(answer, open, refused, now, cancellationToken).ConfigureAwait(false);
            if (decisions.Count == 0)
                break;
            var write = await writer.WriteAsync(answer, decisions, now, cancellationToken).ConfigureAwait(false);
            foreach (var (id, error) in write.Refused)
                refused[id] = [error];
            done.AddRange(write.Written);
            open = [.. decisions.Select(decision => decision.Before.Id).Except(write.Written.Select(invitation => invitation.Id)).Except(write.Refused.Keys)];
            await TellAsync(answer, write.Written, now, cancellationToken).ConfigureAwait(false);
        }

        instrumentation.Administered(answer.Name, succeeded: true, done.Count);
        instrumentation.Administered(answer.Name, succeeded: false, ids.Length - done.Count);
        var changed = done.ToDictionary(invitation => invitation.Id);
        return ids.Select(id => changed.TryGetValue(id, out var invitation)
            ? new ApprovalResult(id, invitation)
            : new ApprovalResult(id, refused.GetValueOrDefault(id) ?? [new InvitationError(InvitationErrorCodes.InvitationChanged)]));
    }

    private Task TellAsync(ApprovalAnswer answer, IReadOnlyList<Invitation> written, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var invitation in written)
            Log.Administered(_logger, invitation.Id, answer.Action);
        if (!answer.IsYes)
            return events.PublishAsync([.. written.Select(invitation => new InvitationEvent(InvitationEventKind.ApprovalRefused, invitation, now))], cancellationToken);

        if (written.Any(invitation => invitation.Channels.Count > 0))
            signal.Notify();
        return events.PublishAsync(
            [.. written.SelectMany(invitation => new InvitationEvent[]
            {
                new(InvitationEventKind.Approved, invitation, now),
                new(InvitationEventKind.Issued, invitation, now),
            })],
            cancellationToken);
    }
}
