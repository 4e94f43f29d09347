using Invitations.Stores;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Invitations;

internal sealed class PersonalData(
    PersonReader reader,
    PersonRows rows,
    InvitationEnder ender,
    IPersonalDataStore data,
    IInvitationSetStore sets,
    IAuditStore audit,
    IDeliveryStore deliveries,
    EventPublisher events,
    InvitationClock clock,
    Instrumentation instrumentation,
    IOptionsMonitor<MaintenanceOptions> options,
    ILogger<PersonalData>? logger = null) : IPersonalData
{
    /// <summary>What somebody else changes between reading and writing is read again; that often.</summary>
    private const int Tries = 5;

    private readonly ILogger _logger = logger ?? NullLogger<PersonalData>.Instance;

    public async Task<PersonalDataExport> ExportAsync(TenantId tenant, PersonQuery person, string by, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(person);
        ArgumentException.ThrowIfNullOrWhiteSpace(by);
        using var activity = instrumentation.Start("invitations.export_person");
        var (keys, errors) = await reader.ReadAsync(tenant, person, cancellationToken).ConfigureAwait(false);
        if (errors.Count > 0)
            return new([], [], errors);

        var found = await reader.FindAsync(tenant, keys, cancellationToken).ConfigureAwait(false);
        var now = clock.Now;
        if (found.Count > 0)
        {
            // Written before it is handed out: nobody gets it without leaving a trace.
            await audit
                .AppendAsync([.. found.Select(it => AuditTrail.Entry(it.Tenant, it.Id, AuditAction.Exported, by, now))], cancellationToken)
                .ConfigureAwait(false);
        }

        var histories = new List<InvitationHistory>(found.Count);
        foreach (var invitation in found)
        {
            histories.Add(new(
                invitation,
                await audit.ListAsync(tenant, invitation.Id, cancellationToken).ConfigureAwait(false),
                await deliveries.ListAsync(tenant, invitation.Id, cancellationToken).ConfigureAwait(false)));
        }

        var staged = await rows.FindAsync(tenant, keys, cancellationToken).ConfigureAwait(false);
        return new(histories, [.. staged.Select(BatchRows.Shown)], []);
    }

    public async Task<PersonalDataErasure> EraseAsync(TenantId tenant, PersonQuery person, string by, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(person);
        ArgumentException.ThrowIfNullOrWhiteSpace(by);
        using var activity = instrumentation.Start("invitations.erase_person");
        var (keys, errors) = await reader.ReadAsync(tenant, person, cancellationToken).ConfigureAwait(false);
        if (errors.Count > 0)
            return new(0, 0, 0, errors);

        // First, so that nothing of it becomes an invitation behind our back.
        var dropped = await rows.DropAsync(tenant, keys, by, cancellationToken).ConfigureAwait(false);
        var (revoked, anonymized) = (0, 0);
        for (var attempt = 1; ; attempt++)
        {
            var found = await reader.FindAsync(tenant, keys, cancellationToken).ConfigureAwait(false);
            if (found.Count == 0)
                break;
            if (attempt > Tries)
                throw new InvalidOperationException("The invitations of a person changed again and again while they were being erased. Call again.");
            var ended = await EndAsync(found, by, cancellationToken).ConfigureAwait(false);
            revoked += ended.Count;
            anonymized += await AnonymizeAsync(found, ended, by, cancellationToken).ConfigureAwait(false);
        }

        instrumentation.Maintained("anonymize", anonymized);
        return new(revoked, anonymized, dropped, []);
    }

    public async Task<int> PurgeTenantAsync(TenantId tenant, IProgress<int>? progress = null, CancellationToken cancellationToken = default)
    {
        _ = tenant.Value;
        using var activity = instrumentation.Start("invitations.purge_tenant");
        var total = 0;
        while (await data.PurgeTenantAsync(tenant, options.CurrentValue.BatchSize, cancellationToken).ConfigureAwait(false) is > 0 and var purged)
        {
            total += purged;
            progress?.Report(total);
        }

        instrumentation.Maintained("purge_tenant", total);
        Log.TenantPurged(_logger, tenant, total);
        return total;
    }

    private async Task<IReadOnlyList<Invitation>> EndAsync(IReadOnlyList<Invitation> found, string by, CancellationToken cancellationToken)
    {
        var open = found.Where(invitation => InvitationLifecycle.IsOpen(invitation.Status)).ToList();
        if (open.Count == 0)
            return [];
        var now = clock.Now;
        var ended = await ender.EndAsync(open, InvitationStatus.Revoked, by, now, cancellationToken).ConfigureAwait(false);
        await events
            .PublishAsync([.. ended.Select(it => new InvitationEvent(InvitationEventKind.Revoked, it, now))], cancellationToken)
            .ConfigureAwait(false);
        return ended;
    }

    private async Task<int> AnonymizeAsync(
        IReadOnlyList<Invitation> found, IReadOnlyList<Invitation> ended, string by, CancellationToken cancellationToken)
    {
        var closed = found.Where(invitation => !InvitationLifecycle.IsOpen(invitation.Status)).Concat(ended).ToList();
        if (closed.Count == 0)
            return 0;
        var now = clock.Now;
        var chunk = InvitationSets.Of(closed, now, it => AuditTrail.Entry(it.Tenant, it.Id, AuditAction.Anonymized, by, now));
        var ids = (await sets.AnonymizeAsync(chunk, cancellationToken).ConfigureAwait(false)).ToHashSet();
        var anonymous = closed.Where(it => ids.Contains(it.Id)).Select(it => it.Anonymized(now) with { Version = it.Version + 1 });
        await events
            .PublishAsync([.. anonymous.Select(it => new InvitationEvent(InvitationEventKind.Anonymized, it, now))], cancellationToken)
            .ConfigureAwait(false);
        return ids.Count;
    }
}
