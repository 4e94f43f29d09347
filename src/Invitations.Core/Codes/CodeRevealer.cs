using Invitations.Stores;

namespace Invitations;

/// <summary>Shows the codes of a chunk of invitations, once the trail says who sees them.</summary>
internal sealed class CodeRevealer(LinkMaker links, IAuditStore audit, Instrumentation instrumentation)
{
    /// <param name="invitations">The invitations by their rows, with what speaks against showing their codes.</param>
    /// <param name="actor">Who looks.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<IReadOnlyList<InvitationCode>> RevealAsync(
        IReadOnlyList<(int Row, Invitation? Invitation, IReadOnlyList<InvitationError> Errors)> invitations,
        Inviter actor,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var codes = new List<InvitationCode>(invitations.Count);
        var entries = new List<AuditEntry>(invitations.Count);
        foreach (var (row, invitation, errors) in invitations)
        {
            var code = CodeOf(row, invitation, errors, now);
            codes.Add(code);
            instrumentation.Administered("show_secret", code.Succeeded);
            if (code.Secrets is not null)
                entries.Add(AuditTrail.Entry(invitation!.Tenant, invitation.Id, AuditAction.SecretShown, actor.UserId, now));
        }

        // Written before it is shown: nobody sees a secret without leaving a trace.
        if (entries.Count > 0)
            await audit.AppendAsync(entries, cancellationToken).ConfigureAwait(false);
        return codes;
    }

    private InvitationCode CodeOf(int row, Invitation? invitation, IReadOnlyList<InvitationError> errors, DateTimeOffset now)
    {
        if (invitation is null || errors.Count > 0)
            return new(row) { Invitation = invitation, Errors = errors };
        if (invitation.StatusAt(now) is not InvitationStatus.Pending)
            return new(row) { Invitation = invitation, Errors = [Refusals.ForStatus(invitation, now)] };
        return links.SecretsOf(invitation) is { } secrets
            ? new(row) { Invitation = invitation, Secrets = secrets }
            : new(row) { Invitation = invitation, Errors = [new InvitationError(InvitationErrorCodes.CodeKeyRetired)] };
    }
}
