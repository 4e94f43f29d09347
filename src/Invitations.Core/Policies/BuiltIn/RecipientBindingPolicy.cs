namespace Invitations;

internal sealed class RecipientBindingPolicy(IPhoneNumberParser phones) : IRecipientBindingPolicy
{
    public ValueTask<bool> IsRecipientAsync(RecipientBindingContext context, CancellationToken cancellationToken) => new(IsRecipient(context));

    private bool IsRecipient(RecipientBindingContext context)
    {
        var recipient = context.Invitation.Recipient;
        var acceptor = context.Acceptor;
        if (recipient.UserId is { } userId)
            return string.Equals(acceptor.UserId, userId, StringComparison.Ordinal);

        // Who was invited without an address proves it by the code; who signs up gets an account under the invited address.
        if ((recipient.Email is null && recipient.Phone is null) || IsSigningUpAsInvited(acceptor, recipient))
            return true;

        var binding = context.Settings.Binding;
        return acceptor.VerifiedEmails.Any(email => IsSameEmail(recipient.Email, email, binding))
            || (binding is not RecipientBinding.VerifiedAddress && acceptor.VerifiedAliases.Any(email => IsSameEmail(recipient.Email, email, binding)))
            || acceptor.VerifiedPhones.Any(phone => IsSamePhone(recipient.Phone, phone))
            || (binding is RecipientBinding.Anyone && acceptor.HasConfirmed);
    }

    /// <summary>Unless the host has verified the address that the account gets, which can be compared.</summary>
    private static bool IsSigningUpAsInvited(Acceptor acceptor, Recipient recipient) =>
        acceptor.IsSigningUp && (acceptor.VerifiedEmails.Count == 0 || recipient.Email is null);

    private static bool IsSameEmail(string? invited, string verified, RecipientBinding binding)
    {
        if (invited is null || !EmailAddress.TryParse(verified, out var email))
            return false;
        return string.Equals(email.Value, invited, StringComparison.Ordinal)
            || (binding is RecipientBinding.SameDomain
                && EmailAddress.TryParse(invited, out var other)
                && string.Equals(email.Domain, other.Domain, StringComparison.Ordinal));
    }

    private bool IsSamePhone(string? invited, string verified) =>
        invited is not null && phones.Parse(new() { Text = verified }).Number is { } number && string.Equals(number.Value, invited, StringComparison.Ordinal);
}
