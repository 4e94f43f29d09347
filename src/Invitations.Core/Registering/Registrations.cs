using Microsoft.Extensions.Options;

namespace Invitations;

internal sealed class Registrations(
    RegistrationReview review,
    SelfRegistrar registrar,
    AddressReader addresses,
    Instrumentation instrumentation,
    IOptionsMonitor<InvitationOptions> options) : IRegistrations
{
    public async Task<RegistrationDecision> DecideAsync(string? address, TenantId? tenant = null, CancellationToken cancellationToken = default)
    {
        _ = tenant?.Value;
        using var activity = instrumentation.Start("invitations.decide_registration");
        var own = tenant is { } one
            ? await review.SettingsOfAsync(one, cancellationToken).ConfigureAwait(false)
            : options.CurrentValue.Defaults;
        var errors = new ErrorList();
        if (KeyOf(address, own, errors) is not { } key)
            return new(RegistrationWay.Closed, null, [], errors.Errors[0]);

        // Everything is looked up before anything is decided, so that the time it takes tells nothing.
        var open = await review.FindOpenAsync(tenant, [key], cancellationToken).ConfigureAwait(false);
        var guarded = await review.GuardedAsync(open, cancellationToken).ConfigureAwait(false);
        var hasAccount = await review.HasAccountAsync(tenant, key, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<Invitation> invitations = [.. open.Where(invitation => !SelfRegistrar.IsOwn(invitation))];
        if (hasAccount)
            return new(RegistrationWay.SignIn, key.Value, invitations, new(InvitationErrorCodes.AccountSignInFirst));
        if (guarded.Count > 0)
            return new(RegistrationWay.ByInvitation, key.Value, invitations, new(InvitationErrorCodes.RegistrationInvitationRequired));
        if (tenant is null)
            return new(RegistrationWay.Free, key.Value, invitations, null);

        var refusal = RegistrationReview.Judge(EmailAddress.TryParse(key.Value, out var email) ? email : null, own);
        return new(refusal is null ? RegistrationWay.ByThemselves : RegistrationWay.Closed, key.Value, invitations, refusal);
    }

    public async Task<AcceptResult> RegisterAsync(
        TenantId tenant, Acceptor person, Profile? profile = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(person);
        _ = tenant.Value;
        using var activity = instrumentation.Start("invitations.register");
        var result = await registrar.RegisterAsync(tenant, person, profile, cancellationToken).ConfigureAwait(false);
        instrumentation.Redeemed("register", result.Succeeded ? "done" : RedemptionOutcome.Of(result.Errors[0]));
        return result;
    }

    private UniqueKey? KeyOf(string? address, TenantSettings own, ErrorList errors)
    {
        if (address?.Contains('@', StringComparison.Ordinal) is not true && addresses.ReadPhone(address, own, errors) is { } phone)
            return new(UniqueKeyKind.Phone, phone.Value);
        if (errors.Count == 0 && AddressReader.ReadEmail(address, errors) is { } email)
            return new(UniqueKeyKind.Email, email);
        if (errors.Count == 0)
            errors.Add(new(InvitationErrorCodes.RecipientMissing));
        return null;
    }
}
