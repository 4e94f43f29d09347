namespace Invitations;

internal sealed class SuppressionPolicy(SuppressedAddresses suppressed) : ISuppressionPolicy
{
    public async ValueTask EvaluateAsync(PolicyContext context, CancellationToken cancellationToken)
    {
        context.AllowAll();

        // What sends nothing asks nobody: the person comes of their own accord, or is not written to.
        if (context.Operation is InvitationOperation.Revoke or InvitationOperation.ShowSecret or InvitationOperation.Accept or InvitationOperation.Join
            || SelfRegistrar.IsOwn(context.Inviter))
        {
            return;
        }

        var rows = context.Rows.Where(row => row.Outcome is not InviteOutcome.GrantedDirectly).ToList();
        var addresses = rows.SelectMany(row => AddressesOf(context.Operation, row).Select(address => address.Address)).ToHashSet(StringComparer.Ordinal);
        var found = await suppressed.FindAsync([context.Tenant], addresses, cancellationToken).ConfigureAwait(false);
        if (found.IsEmpty)
            return;

        foreach (var row in rows)
        {
            foreach (var (address, field) in AddressesOf(context.Operation, row).Where(address => found.Contains(context.Tenant, address.Address)))
                row.Refuse(Refusals.Of(InvitationErrorCodes.RecipientSuppressed, field));
        }
    }

    /// <summary>An edit is about the addresses that it brings in: those that were there are not asked anew by it.</summary>
    private static IEnumerable<(string Address, string Field)> AddressesOf(InvitationOperation operation, PolicyRow row)
    {
        var recipient = row.Draft.Recipient;
        var former = operation is InvitationOperation.Edit ? row.Existing?.Recipient : null;
        if (recipient.Email is { } email && !string.Equals(email, former?.Email, StringComparison.Ordinal))
            yield return (email, FieldNames.Email);
        if (recipient.Phone is { } phone && !string.Equals(phone, former?.Phone, StringComparison.Ordinal))
            yield return (phone, FieldNames.Phone);
    }
}
