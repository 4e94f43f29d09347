using Invitations.Stores;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Invitations;

internal sealed class InvitationLinks(
    OperationContextFactory contexts,
    LinkAccess access,
    LinkReader reader,
    RowValidation validation,
    GrantReview review,
    LinkWriter writer,
    InviterHandover handover,
    LinkMaker links,
    IKeyRingSource keys,
    IInvitationLinkStore store,
    IAuditStore audit,
    InvitationClock clock,
    EventPublisher events,
    Instrumentation instrumentation,
    ILogger<InvitationLinks>? logger = null) : IInvitationLinks
{
    /// <summary>A change between looking and writing sends whoever turns a link off back to look again; that often.</summary>
    private const int Tries = 3;

    private readonly ILogger _logger = logger ?? NullLogger<InvitationLinks>.Instance;

    public async Task<LinkResult> CreateAsync(
        TenantId tenant, InvitationLinkDraft draft, Inviter actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        using var activity = instrumentation.Start("invitations.create_link");
        var now = clock.Now;
        var operation = await contexts.CreateAsync(tenant, actor, cancellationToken).ConfigureAwait(false);
        var row = reader.Read(draft, operation, now);
        await JudgeAsync(row, operation, InvitationOperation.CreateLink, now, cancellationToken).ConfigureAwait(false);
        if (!row.IsAllowed)
            return Refused("create_link", row.Errors);

        var link = row.Link! with { Grant = row.Draft.Grant, ExpiresAt = Expiry(row, now) };
        await writer.AddAsync(link, actor, now, cancellationToken).ConfigureAwait(false);
        return await DoneAsync("create_link", link, AuditAction.LinkCreated, InvitationLinkEventKind.Created, now, cancellationToken).ConfigureAwait(false);
    }

    public async Task<LinkResult> EditAsync(
        TenantId tenant, Guid linkId, InvitationLinkEdit edit, Inviter actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(edit);
        using var activity = instrumentation.Start("invitations.edit_link");
        var now = clock.Now;

        // Who edits must have been able to make both: the link as it is, and as it will be.
        var opened = await access.OpenAsync(tenant, linkId, actor, InvitationOperation.EditLink, now, cancellationToken).ConfigureAwait(false);
        if (opened.Errors.Count > 0)
            return Refused("edit_link", opened.Errors);
        var found = opened.Found!;
        if (edit.ExpectedVersion is { } version && version != found.Version)
            return Refused("edit_link", Changed());

        var row = LinkReader.Read(found, edit, opened.Operation.Settings);
        await JudgeAsync(row, opened.Operation, InvitationOperation.EditLink, now, cancellationToken).ConfigureAwait(false);
        if (!row.IsAllowed)
            return Refused("edit_link", row.Errors);

        var edited = row.Link! with { Grant = row.Draft.Grant, ExpiresAt = edit.Lifetime is null ? found.ExpiresAt : Expiry(row, now) };
        edited = await HandOverAsync(edited, opened.Operation, actor, now, cancellationToken).ConfigureAwait(false);
        return await writer.ChangeAsync(found, edited, AuditAction.LinkEdited, actor, now, cancellationToken).ConfigureAwait(false)
            ? await DoneAsync("edit_link", edited, AuditAction.LinkEdited, InvitationLinkEventKind.Edited, now, cancellationToken).ConfigureAwait(false)
            : Refused("edit_link", Changed());
    }

    public async Task<LinkResult> ActivateAsync(TenantId tenant, Guid linkId, Inviter actor, CancellationToken cancellationToken = default)
    {
        using var activity = instrumentation.Start("invitations.activate_link");
        var now = clock.Now;
        var opened = await access.OpenAsync(tenant, linkId, actor, InvitationOperation.ActivateLink, now, cancellationToken).ConfigureAwait(false);
        if (opened.Errors.Count > 0)
            return Refused("activate_link", opened.Errors);
        var found = opened.Found!;
        if (found.IsActive && !(found.ExpiresAt <= now))
            return new(found);
        if (!opened.Row!.HasLifetime)
            return Refused("activate_link", [new InvitationError(InvitationErrorCodes.PolicyNoAnswer)]);

        var activated = found with
        {
            IsActive = true,
            SecretVersion = found.SecretVersion + 1,
            SecretKeyId = keys.Current.Signing.Id,
            ActivatedAt = now,
            DeactivatedAt = null,
            ExpiresAt = Expiry(opened.Row, now),
            Version = found.Version + 1,
        };
        activated = await HandOverAsync(activated, opened.Operation, actor, now, cancellationToken).ConfigureAwait(false);
        return await writer.ChangeAsync(found, activated, AuditAction.LinkActivated, actor, now, cancellationToken).ConfigureAwait(false)
            ? await DoneAsync("activate_link", activated, AuditAction.LinkActivated, InvitationLinkEventKind.Activated, now, cancellationToken).ConfigureAwait(false)
            : Refused("activate_link", Changed());
    }

    public async Task<LinkResult> DeactivateAsync(TenantId tenant, Guid linkId, Inviter actor, CancellationToken cancellationToken = default)
    {
        using var activity = instrumentation.Start("invitations.deactivate_link");
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            var now = clock.Now;
            var opened = await access.OpenAsync(tenant, linkId, actor, InvitationOperation.DeactivateLink, now, cancellationToken).ConfigureAwait(false);
            if (opened.Errors.Count > 0)
                return Refused("deactivate_link", opened.Errors);
            var found = opened.Found!;
            if (!found.IsActive)
                return new(found);

            var off = found with { IsActive = false, DeactivatedAt = now, Version = found.Version + 1 };
            if (await writer.ChangeAsync(found, off, AuditAction.LinkDeactivated, actor, now, cancellationToken).ConfigureAwait(false))
                return await DoneAsync("deactivate_link", off, AuditAction.LinkDeactivated, InvitationLinkEventKind.Deactivated, now, cancellationToken).ConfigureAwait(false);
        }

        return Refused("deactivate_link", Changed());
    }

    public async Task<ShowSecretResult> ShowAsync(TenantId tenant, Guid linkId, Inviter actor, CancellationToken cancellationToken = default)
    {
        using var activity = instrumentation.Start("invitations.show_link");
        var now = clock.Now;
        var opened = await access.OpenAsync(tenant, linkId, actor, InvitationOperation.ShowLink, now, cancellationToken).ConfigureAwait(false);
        var errors = opened.Errors;
        if (errors.Count == 0 && LinkAccess.Refusal(opened.Found!, now) is { Code: not InvitationErrorCodes.LinkExhausted } refusal)
            errors = [refusal];
        instrumentation.Administered("show_link", errors.Count == 0);
        if (errors.Count > 0)
            return new(errors);

        // Written before it is shown: nobody sees a token without leaving a trace.
        await writer.RecordShownAsync(opened.Found!, actor, now, cancellationToken).ConfigureAwait(false);
        Log.LinkAdministered(_logger, linkId, AuditAction.LinkShown);
        return new(links.SecretsOf(opened.Found!));
    }

    public async Task<InvitationLink?> FindAsync(TenantId tenant, Guid linkId, Inviter viewer, CancellationToken cancellationToken = default)
    {
        var (found, _) = await access.FindAsync(tenant, linkId, viewer, cancellationToken).ConfigureAwait(false);
        return found;
    }

    public async Task<LinkPage> ListAsync(
        TenantId tenant, Inviter viewer, LinkListRequest? request = null, CancellationToken cancellationToken = default)
    {
        request ??= new();
        var operation = await contexts.CreateAsync(tenant, viewer, cancellationToken).ConfigureAwait(false);
        if (operation.ListRefusal is { } refusal)
            return new([], null, [refusal]);
        if (!PageCursor.TryRead(request.Cursor, InvitationSort.NewestFirst, out var after))
            return new([], null, [new InvitationError(InvitationErrorCodes.CursorInvalid)]);

        var size = Math.Clamp(request.PageSize, 1, InvitationListRequest.MaxPageSize);
        var query = new LinkStoreQuery
        {
            Tenant = tenant,
            IsActive = request.IsActive,
            InvitedBy = request.InvitedBy,
            Visibility = operation.Visibility,
            After = after,
            Take = size + 1,
        };
        var rows = await store.ListAsync(query, cancellationToken).ConfigureAwait(false);
        return rows.Count <= size
            ? new(rows, null)
            : new([.. rows.Take(size)], PageCursor.Write(InvitationSort.NewestFirst, rows[size - 1].CreatedAt, rows[size - 1].Id));
    }

    public async Task<IReadOnlyList<AuditEntry>?> GetHistoryAsync(
        TenantId tenant, Guid linkId, Inviter viewer, CancellationToken cancellationToken = default)
    {
        var (found, _) = await access.FindAsync(tenant, linkId, viewer, cancellationToken).ConfigureAwait(false);
        return found is null ? null : await audit.ListOfLinkAsync(tenant, linkId, cancellationToken).ConfigureAwait(false);
    }

    private async Task JudgeAsync(
        PolicyRow row, OperationContext operation, InvitationOperation kind, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await validation.ValidateAsync([new InviteRow(row)], operation.Settings, now, cancellationToken).ConfigureAwait(false);
        await review.ReviewAsync(operation, kind, [row], new(), now, cancellationToken).ConfigureAwait(false);

        // An expiry policy that says nothing must not make a link that never ends.
        var needsLifetime = kind is InvitationOperation.CreateLink || row.Draft.Lifetime is not null;
        if (needsLifetime && row is { IsAllowed: true, HasLifetime: false })
            row.Refuse(new(InvitationErrorCodes.PolicyNoAnswer));
    }

    private async Task<InvitationLink> HandOverAsync(
        InvitationLink link, OperationContext operation, Inviter actor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var answered = await handover
            .ApplyAsync(LinkRows.InvitationOf(link, new(), now), operation.Settings, actor, now, cancellationToken)
            .ConfigureAwait(false);
        return link with { InvitedBy = answered.InvitedBy, InviterName = answered.InviterName, IsFromSystem = answered.IsFromSystem };
    }

    private async Task<LinkResult> DoneAsync(
        string change, InvitationLink link, AuditAction action, InvitationLinkEventKind kind, DateTimeOffset now, CancellationToken cancellationToken)
    {
        instrumentation.Administered(change, succeeded: true);
        Log.LinkAdministered(_logger, link.Id, action);
        await events.PublishAsync(new InvitationLinkEvent(kind, link, now), cancellationToken).ConfigureAwait(false);
        return new(link);
    }

    private LinkResult Refused(string change, IReadOnlyList<InvitationError> errors)
    {
        instrumentation.Administered(change, succeeded: false);
        return new(errors);
    }

    private static InvitationError[] Changed() => [new(InvitationErrorCodes.LinkChanged)];

    private static DateTimeOffset? Expiry(PolicyRow row, DateTimeOffset now) => row.Lifetime is { } span ? InvitationClock.Cut(now + span) : null;
}
