using Invitations.Stores;

namespace Invitations;

/// <summary>Finds out what stands in the way of a registration. Reads only.</summary>
internal sealed class RegistrationReview(
    TenantSettingsReader settings, IInvitationStore store, IInboxStore inbox, InvitationClock clock, IAccountDirectory? accounts = null)
{
    public ValueTask<TenantSettings> SettingsOfAsync(TenantId tenant, CancellationToken cancellationToken) => settings.ReadAsync(tenant, cancellationToken);

    /// <summary>The open invitations of the keys, in a tenant or, where it is null, in all. What a self-registration has begun counts apart.</summary>
    public async Task<IReadOnlyList<Invitation>> FindOpenAsync(
        TenantId? tenant, IReadOnlyCollection<UniqueKey> keys, CancellationToken cancellationToken)
    {
        if (tenant is not { } one)
            return await inbox.FindAsync(new() { Keys = keys, Now = clock.Now, Take = IMyInvitations.Most }, cancellationToken).ConfigureAwait(false);
        var open = await store.FindOpenAsync(one, keys, cancellationToken).ConfigureAwait(false);
        return [.. open.Where(invitation => invitation.StatusAt(clock.Now) is InvitationStatus.Pending)];
    }

    /// <summary>Those of the invitations that nobody may get around.</summary>
    public async Task<IReadOnlyList<Invitation>> GuardedAsync(IReadOnlyList<Invitation> open, CancellationToken cancellationToken)
    {
        var guarded = new List<Invitation>(open.Count);
        foreach (var invitation in open.Where(invitation => !SelfRegistrar.IsOwn(invitation)))
        {
            var own = await settings.ReadAsync(invitation.Tenant, cancellationToken).ConfigureAwait(false);
            if (own.Registration.InvitationFirst)
                guarded.Add(invitation);
        }

        return guarded;
    }

    public async Task<bool> HasAccountAsync(TenantId? tenant, UniqueKey key, CancellationToken cancellationToken)
    {
        if (accounts is null || tenant is not { } one)
            return false;
        var query = new AccountQuery
        {
            Tenant = one,
            Emails = key.Kind is UniqueKeyKind.Email ? [key.Value] : [],
            Phones = key.Kind is UniqueKeyKind.Phone ? [key.Value] : [],
        };
        return (await accounts.FindAsync(query, cancellationToken).ConfigureAwait(false)).Count > 0;
    }

    /// <returns>Null where the address may join by itself, else why not.</returns>
    public static InvitationError? Judge(EmailAddress? address, TenantSettings own)
    {
        if (address is not { } email || !IsOpenTo(email, own.Registration))
            return new(InvitationErrorCodes.RegistrationNotAllowed);
        var domains = TenantSettingsReader.Domains(own);
        var isExempt = own.Registration.Kind is GrantKind.Guest && own.Domains.GuestsExempt;
        return domains.Denied.Contains(email) || !(isExempt || domains.Allowed.IsEmpty || domains.Allowed.Contains(email))
            ? Refusals.Of(InvitationErrorCodes.EmailDomainNotAllowed, FieldNames.Email, "domain", email.Domain)
            : null;
    }

    private static bool IsOpenTo(EmailAddress email, RegistrationSettings rules) => rules.SelfRegistration switch
    {
        SelfRegistration.Everybody => true,
        SelfRegistration.Domains => rules.Domains.Any(text => EmailDomainPattern.TryParse(text, out var pattern, out _) && pattern.Matches(email)),
        _ => false,
    };
}
