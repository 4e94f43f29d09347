using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Invitations;

internal sealed class InvitationAcceptance(
    SecretReader secrets,
    Redeemer redeemer,
    InvitationClock clock,
    Instrumentation instrumentation,
    ILogger<InvitationAcceptance>? logger = null) : IInvitationAcceptance
{
    private static readonly DeclineOptions JustDecline = new();

    private readonly ILogger _logger = logger ?? NullLogger<InvitationAcceptance>.Instance;

    public async Task<PreviewResult> PreviewAsync(InvitationSecret secret, CancellationToken cancellationToken = default)
    {
        using var activity = instrumentation.Start("invitations.preview");
        var (invitation, error) = await secrets.ReadAsync(secret, cancellationToken).ConfigureAwait(false);
        error ??= redeemer.IsOpen(invitation!) ? null : Refusals.ForStatus(invitation!, clock.Now);
        Report("preview", secret, error);
        return error is null ? new(InvitationPreview.Of(invitation!)) : new(error);
    }

    public async Task<AcceptResult> AcceptAsync(
        InvitationSecret secret, Acceptor acceptor, Profile? profile = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(acceptor);
        using var activity = instrumentation.Start("invitations.accept");
        var result = await redeemer
            .AcceptAsync(token => secrets.ReadAsync(secret, token), acceptor, profile, cancellationToken)
            .ConfigureAwait(false);
        Report("accept", secret, result.Errors.Count == 0 ? null : result.Errors[0]);
        return result;
    }

    public Task<DeclineResult> DeclineAsync(InvitationSecret secret, CancellationToken cancellationToken = default) =>
        DeclineAsync(secret, JustDecline, cancellationToken);

    public async Task<DeclineResult> DeclineAsync(
        InvitationSecret secret, DeclineOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        using var activity = instrumentation.Start("invitations.decline");
        var error = await redeemer
            .DeclineAsync(token => secrets.ReadAsync(secret, token), options, null, cancellationToken)
            .ConfigureAwait(false);
        Report("decline", secret, error);
        return error is null ? new() : new(error);
    }

    private void Report(string action, InvitationSecret secret, InvitationError? error)
    {
        instrumentation.Redeemed(action, error is null ? "done" : RedemptionOutcome.Of(error));
        if (error is not null)
            Log.RedemptionRefused(_logger, secret.Kind, error.Code);
    }
}
