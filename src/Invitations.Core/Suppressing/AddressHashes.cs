using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Invitations;

/// <summary>Makes the keyed hashes that suppressed addresses are found by, so that the list tells nobody who is on it.</summary>
internal sealed class AddressHashes(IKeyRingSource keys, IOptionsMonitor<InvitationOptions> options)
{
    private const int HashBytes = 16;

    private volatile Parsed? _parsed;

    /// <summary>The hash under the signing key, for a new entry.</summary>
    public string Of(string address) => Hash(keys.Current.Signing, Folded(address));

    /// <summary>The hashes to look for: one for each key of the ring and for each that was retired, so that an entry outlives its key.</summary>
    public IEnumerable<string> AllOf(string address)
    {
        var folded = Folded(address);
        foreach (var key in keys.Current.Keys)
            yield return Hash(key, folded);
        foreach (var key in RetiredKeys())
            yield return Hash(key, folded);
    }

    /// <summary>Plus-tags are one mailbox: whoever does not want to be invited does not want it with a tag either.</summary>
    private static string Folded(string address) => EmailAddress.TryParse(address, out var email) ? email.RateLimitKey : address;

    private static string Hash(InvitationKey key, string address)
    {
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        key.AddressMac(Encoding.UTF8.GetBytes(address), mac);
        return Convert.ToHexStringLower(mac[..HashBytes]);
    }

    private InvitationKey[] RetiredKeys()
    {
        var current = options.CurrentValue;
        if (_parsed is { } parsed && ReferenceEquals(parsed.Options, current))
            return parsed.Keys;
        InvitationKey[] retired = [.. current.RetiredKeys.Select(InvitationKey.Parse)];
        _parsed = new(current, retired);
        return retired;
    }

    private sealed record Parsed(InvitationOptions Options, InvitationKey[] Keys);
}
