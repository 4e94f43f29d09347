using Invitations.Stores;
using Microsoft.Extensions.Options;

namespace Invitations;

/// <summary>Reads a query about a person into keys, and finds what is kept under them.</summary>
internal sealed class PersonReader(
    AddressReader addresses, TenantSettingsReader settings, IPersonalDataStore data, IOptionsMonitor<InvitationOptions> options)
{
    private const int PageSize = 200;

    /// <returns>The keys, or every reason why the query cannot be read.</returns>
    public async Task<(IReadOnlyList<UniqueKey> Keys, IReadOnlyList<InvitationError> Errors)> ReadAsync(
        TenantId? tenant, PersonQuery person, CancellationToken cancellationToken)
    {
        var own = tenant is { } one ? await settings.ReadAsync(one, cancellationToken).ConfigureAwait(false) : options.CurrentValue.Defaults;
        var errors = new ErrorList();
        var recipient = new Recipient
        {
            Email = AddressReader.ReadEmail(person.Email, errors),
            Phone = addresses.ReadPhone(person.Phone, own, errors)?.Value,
            Identifier = addresses.ReadIdentifier(person.IdentifierKind, person.Identifier, own, errors),
            UserId = AddressReader.ReadUserId(person.UserId, errors),
        };
        if (recipient.IsAnyone && errors.Count == 0)
            errors.Add(new(InvitationErrorCodes.RecipientMissing));
        return (KeysOf(recipient), errors.Errors);
    }

    /// <summary>Finds all invitations with any of the keys, each once, in whatever status.</summary>
    public async Task<IReadOnlyList<Invitation>> FindAsync(TenantId? tenant, IReadOnlyList<UniqueKey> keys, CancellationToken cancellationToken)
    {
        var found = new Dictionary<Guid, Invitation>();
        foreach (var key in keys)
        {
            Guid? after = null;
            IReadOnlyList<Invitation> page;
            do
            {
                page = await data.FindByRecipientAsync(tenant, key, after, PageSize, cancellationToken).ConfigureAwait(false);
                foreach (var invitation in page)
                    found[invitation.Id] = invitation;
                after = page.Count == 0 ? null : page[^1].Id;
            }
            while (page.Count == PageSize);
        }

        return [.. found.Values.OrderBy(invitation => invitation.CreatedAt).ThenBy(invitation => invitation.Id)];
    }

    // A birthday is no unique key, and yet what somebody is asked about.
    private static List<UniqueKey> KeysOf(Recipient recipient)
    {
        var keys = UniqueKey.Of(recipient, Profile.Empty).ToList();
        if (recipient.Identifier is { IsUnique: false } identifier)
            keys.Add(new(UniqueKeyKind.Identifier, identifier.Key));
        return keys;
    }
}
