namespace Invitations;

/// <summary>Shows which address is meant to somebody who knows it, and tells nobody else.</summary>
internal static class AddressMask
{
    public static string? Of(Recipient recipient) => (recipient.Email ?? recipient.Phone) is { } address ? Mask(address) : null;

    /// <summary>Masks an e-mail address or a phone number in canonical form.</summary>
    public static string Mask(string address)
    {
        if (address.Contains('@', StringComparison.Ordinal))
            return EmailAddress.TryParse(address, out var email) ? email.Masked() : "***";
        return string.Concat("***", address.AsSpan(Math.Max(0, address.Length - 2)));
    }
}
