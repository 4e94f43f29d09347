using System.Security.Cryptography;
using System.Text;
using Invitations.Stores;
using Microsoft.Extensions.Options;

namespace Invitations;

/// <summary>Finds the invitation of a token or a code. A forged one is refused by arithmetic, before any look-up.</summary>
internal sealed class SecretReader(
    TokenCodec tokens,
    AccessCodes codes,
    IKeyRingSource keys,
    IInvitationStore store,
    IAttemptStore attempts,
    InvitationClock clock,
    IOptionsMonitor<InvitationOptions> options)
{
    public Task<Redemption> ReadAsync(InvitationSecret secret, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(secret);
        return secret.Token is not null ? ReadTokenAsync(secret.Token, secret.Tenant, cancellationToken) : ReadCodeAsync(secret, cancellationToken);
    }

    private async Task<Redemption> ReadTokenAsync(string text, TenantId? tenant, CancellationToken cancellationToken)
    {
        if (!tokens.TryRead(text, TokenKind.Invitation, out var token))
            return Refuse(InvitationErrorCodes.TokenInvalid);
        var invitation = await store.FindByTokenAsync(token.Id, cancellationToken).ConfigureAwait(false);
        if (invitation is null || (tenant is not null && invitation.Tenant != tenant) || token.SecretVersion > invitation.SecretVersion)
            return Refuse(InvitationErrorCodes.TokenInvalid);
        return token.SecretVersion < invitation.SecretVersion ? Refuse(InvitationErrorCodes.TokenSuperseded) : new(invitation, null);
    }

    private async Task<Redemption> ReadCodeAsync(InvitationSecret secret, CancellationToken cancellationToken)
    {
        // A slip of the finger breaks the check symbol: it tells nobody anything, and costs no attempt.
        if (!AccessCodes.TryRead(secret.Code, out var code))
            return Refuse(InvitationErrorCodes.CodeInvalid);

        if (secret.Tenant is null && code.Length < AccessCode.MinimumLengthAcrossTenants)
            return Refuse(InvitationErrorCodes.CodeUnavailable);

        var lookups = CodeLookups.Of(keys.Current, secret.Tenant, code);
        var (ofCaller, ofCode) = (BudgetOf(secret), $"typed:{secret.Tenant?.Value}:{lookups.First()}");
        if (await TakeAsync(ofCaller, cancellationToken).ConfigureAwait(false) is { } refusal)
            return new(null, refusal);
        if (await TakeAsync(ofCode, cancellationToken).ConfigureAwait(false) is { } usedUp)
        {
            // Nothing is looked up, so the caller has tried nothing.
            await attempts.GiveBackAsync(ofCaller, cancellationToken).ConfigureAwait(false);
            return new(null, usedUp);
        }

        var invitation = await store.FindByCodeAsync(secret.Tenant, lookups, cancellationToken).ConfigureAwait(false);
        if (invitation is null || (secret.Tenant is { } asked && invitation.Tenant != asked) || !IsCodeOf(invitation, code))
            return Refuse(InvitationErrorCodes.CodeInvalid);

        // It was a right one: only wrong ones count.
        await attempts.GiveBackAsync(ofCaller, cancellationToken).ConfigureAwait(false);
        await attempts.GiveBackAsync(ofCode, cancellationToken).ConfigureAwait(false);
        return new(invitation, null);
    }

    /// <summary>Takes an attempt before anything is looked up, so that of many at once no more than the limit are.</summary>
    private async Task<InvitationError?> TakeAsync(string budget, CancellationToken cancellationToken)
    {
        var request = new AttemptRequest(budget, options.CurrentValue.CodeAttempts, options.CurrentValue.CodeAttemptWindow, clock.Now);
        return await attempts.TryTakeAsync(request, cancellationToken).ConfigureAwait(false) is { } retryAt
            ? Refusals.Of(InvitationErrorCodes.CodeTooManyAttempts, null, "retryAt", retryAt)
            : null;
    }

    /// <summary>The row was found by a hash; that it is the row's code is decided here, in fixed time, whatever the store compares by.</summary>
    private bool IsCodeOf(Invitation invitation, AccessCode code) =>
        codes.Derive(invitation.Id, invitation.SecretVersion, invitation.SecretKeyId, invitation.CodeLength) is { } derived
        && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(derived.Reveal()), Encoding.ASCII.GetBytes(code.Reveal()));

    private static string BudgetOf(InvitationSecret secret) =>
        "code:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{secret.Tenant?.Value}\n{secret.Caller}")));

    private static Redemption Refuse(string code) => new(null, new(code));
}
