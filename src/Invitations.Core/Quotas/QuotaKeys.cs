using System.Globalization;
using System.Text;

namespace Invitations;

/// <summary>Names counters by keyed hashes, so that no table tells who is written to.</summary>
internal static class QuotaKeys
{
    private const int HashBytes = 16;

    /// <param name="key">The signing key of the ring.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="window">The length of the window: two quotas of one rule are two counters.</param>
    /// <param name="parts">Whose counter.</param>
    public static string Of(InvitationKey key, string rule, TimeSpan window, params ReadOnlySpan<string> parts)
    {
        Span<byte> mac = stackalloc byte[32];
        key.QuotaMac(Encoding.UTF8.GetBytes($"{rule}\n{string.Join('\n', parts)}"), mac);
        return string.Create(CultureInfo.InvariantCulture, $"{rule}:{window.Ticks}:{Convert.ToHexStringLower(mac[..HashBytes])}");
    }

    /// <summary>The addresses by which a person is one recipient in every tenant. An identifier means nothing outside of its tenant, and nobody is sent anything by it.</summary>
    public static IEnumerable<string> AddressesOf(Recipient recipient)
    {
        if (recipient.Email is { } email)
            yield return "email:" + WithoutTag(email);
        if (recipient.Phone is { } phone)
            yield return "phone:" + phone;
        if (recipient.UserId is { } userId)
            yield return "user:" + userId;
    }

    /// <summary>The domain of an address in canonical form, or null.</summary>
    public static string? DomainOf(Recipient recipient) => recipient.Email is { } email ? email[(email.LastIndexOf('@') + 1)..] : null;

    /// <summary>No rule of any one mail provider is looked at, but for the one that nearly all have.</summary>
    private static string WithoutTag(string email)
    {
        var at = email.LastIndexOf('@');
        var plus = email.IndexOf('+', StringComparison.Ordinal);
        return plus > 0 && plus < at ? string.Concat(email.AsSpan(0, plus), email.AsSpan(at)) : email;
    }
}
