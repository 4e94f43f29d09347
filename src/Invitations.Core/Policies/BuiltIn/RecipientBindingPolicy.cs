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

        // Who signs up gets an account under the invited address; who was invited without one proves it by the code.
        if (acceptor.IsSigningUp || context.Settings.Binding is RecipientBinding.Anyone || (recipient.Email is null && recipient.Phone is null))
            return true;

        return acceptor.VerifiedEmails.Any(email => IsSameEmail(recipient.Email, email, context.Settings.Binding))
            || acceptor.VerifiedPhones.Any(phone => IsSamePhone(recipient.Phone, phone));
    }

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
