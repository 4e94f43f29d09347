namespace Invitations;

/// <summary>Shows which address is meant to somebody who knows it, and tells nobody else.</summary>
internal static class AddressMask
{
    public static string? Of(Recipient recipient)
    {
        if (recipient.Email is { } email)
            return EmailAddress.TryParse(email, out var address) ? address.Masked() : "***";
        return recipient.Phone is { } phone ? string.Concat("***", phone.AsSpan(Math.Max(0, phone.Length - 2))) : null;
    }
}
