using Invitations.Stores;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Invitations;

internal sealed class SuppressionList(
    OperationContextFactory contexts,
    AddressReader addresses,
    AddressHashes hashes,
    SuppressionWriter writer,
    ISuppressionStore store,
    IOptionsMonitor<InvitationOptions> options,
    ILogger<SuppressionList>? logger = null) : ISuppressionList
{
    private const int MaxPageSize = 500;

    private readonly ILogger _logger = logger ?? NullLogger<SuppressionList>.Instance;

    public async Task<SuppressionResult> AddAsync(
        SuppressionScope scope,
        string? address,
        Inviter actor,
        SuppressionReason reason = SuppressionReason.Requested,
        CancellationToken cancellationToken = default)
    {
        var (canonical, errors) = await OpenAsync(scope, address, actor, cancellationToken).ConfigureAwait(false);
        if (canonical is null)
            return new(errors);

        var added = await writer.AddAsync(scope, [canonical], reason, actor.UserId, null, cancellationToken).ConfigureAwait(false);
        if (added.Count > 0)
            Log.SuppressionChanged(_logger, scope, AuditAction.Suppressed, added[0].Id);
        return new(await FindAsync(scope, canonical, cancellationToken).ConfigureAwait(false));
    }

    public async Task<SuppressionResult> FindAsync(SuppressionScope scope, string? address, Inviter actor, CancellationToken cancellationToken = default)
    {
        var (canonical, errors) = await OpenAsync(scope, address, actor, cancellationToken).ConfigureAwait(false);
        return canonical is null ? new(errors) : new(await FindAsync(scope, canonical, cancellationToken).ConfigureAwait(false));
    }

    public async Task<SuppressionResult> RemoveAsync(SuppressionScope scope, Guid id, Inviter actor, CancellationToken cancellationToken = default)
    {
        var (_, refusal) = await AuthorizeAsync(scope, actor, cancellationToken).ConfigureAwait(false);
        if (refusal is not null)
            return new([refusal]);
        if (await writer.RemoveAsync(scope, id, actor.UserId, cancellationToken).ConfigureAwait(false) is not { } removed)
            return new([new InvitationError(InvitationErrorCodes.SuppressionUnknown)]);
        Log.SuppressionChanged(_logger, scope, AuditAction.Unsuppressed, removed.Id);
        return new(removed);
    }

    public async Task<SuppressionPage> ListAsync(
        SuppressionScope scope, Inviter actor, Guid? after = null, int pageSize = 50, CancellationToken cancellationToken = default)
    {
        var (_, refusal) = await AuthorizeAsync(scope, actor, cancellationToken).ConfigureAwait(false);
        if (refusal is not null)
            return new([], null, [refusal]);

        var size = Math.Clamp(pageSize, 1, MaxPageSize);
        var rows = await store.ListAsync(scope, after, size + 1, cancellationToken).ConfigureAwait(false);
        return rows.Count <= size ? new(rows, null) : new([.. rows.Take(size)], rows[size - 1].Id);
    }

    private async Task<(string? Canonical, IReadOnlyList<InvitationError> Errors)> OpenAsync(
        SuppressionScope scope, string? address, Inviter actor, CancellationToken cancellationToken)
    {
        var (settings, refusal) = await AuthorizeAsync(scope, actor, cancellationToken).ConfigureAwait(false);
        if (refusal is not null)
            return (null, [refusal]);
        var errors = new ErrorList();
        var canonical = address?.Contains('@', StringComparison.Ordinal) is true
            ? AddressReader.ReadEmail(address, errors)
            : addresses.ReadPhone(address, settings, errors)?.Value;
        if (canonical is null && errors.Count == 0)
            errors.Add(new(InvitationErrorCodes.RecipientMissing));
        return (canonical, errors.Errors);
    }

    private async Task<(TenantSettings Settings, InvitationError? Refusal)> AuthorizeAsync(
        SuppressionScope scope, Inviter actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(actor);
        if (scope.Tenant is not { } tenant)
            return (options.CurrentValue.Defaults, actor.IsSystem ? null : new(InvitationErrorCodes.InviterNotPermitted));

        var operation = await contexts.CreateAsync(tenant, actor, cancellationToken).ConfigureAwait(false);
        InvitationError? refusal = operation.Authority?.Level switch
        {
            InviterLevel.OrganizationAdmin => null,
            null or InviterLevel.None => new(InvitationErrorCodes.InviterUnknown),
            _ => new(InvitationErrorCodes.InviterNotPermitted),
        };
        return (operation.Settings, refusal);
    }

    private async Task<Suppression?> FindAsync(SuppressionScope scope, string canonical, CancellationToken cancellationToken)
    {
        var found = await store.FindAsync([scope], [.. hashes.AllOf(canonical)], cancellationToken).ConfigureAwait(false);
        return found.MinBy(entry => entry.At);
    }
}
