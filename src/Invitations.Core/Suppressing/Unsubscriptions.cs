using Invitations.Stores;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Invitations;

internal sealed class Unsubscriptions(
    UnsubscribeTokens tokens,
    IInvitationStore invitations,
    ISuppressionStore suppressions,
    SuppressionWriter writer,
    AddressHashes hashes,
    Instrumentation instrumentation,
    ILogger<Unsubscriptions>? logger = null) : IUnsubscriptions
{
    private readonly ILogger _logger = logger ?? NullLogger<Unsubscriptions>.Instance;

    public async Task<SuppressionResult> UnsubscribeAsync(string? token, CancellationToken cancellationToken = default)
    {
        using var activity = instrumentation.Start("invitations.unsubscribe");
        var invitation = tokens.TryRead(token, out var payload)
            ? await invitations.FindByTokenAsync(payload.Id, cancellationToken).ConfigureAwait(false)
            : null;
        if (invitation is null || !UnsubscribeTokens.IsFor(payload, invitation))
        {
            Log.RedemptionRefused(_logger, "token", InvitationErrorCodes.TokenInvalid);
            return new([new InvitationError(InvitationErrorCodes.TokenInvalid)]);
        }

        SuppressionScope scope = invitation.Tenant;
        string[] addresses = [.. UnsubscribeTokens.AddressesOf(invitation)];
        var added = await writer
            .AddAsync(scope, addresses, SuppressionReason.Requested, null, invitation.Id, cancellationToken)
            .ConfigureAwait(false);
        foreach (var entry in added)
            Log.SuppressionChanged(_logger, scope, AuditAction.Suppressed, entry.Id);
        var found = await suppressions.FindAsync([scope], [.. addresses.SelectMany(hashes.AllOf)], cancellationToken).ConfigureAwait(false);
        return new(found.MinBy(entry => entry.At));
    }
}
