using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;

namespace Invitations;

/// <summary>One key from which link tokens and access codes are derived. The host makes it and keeps it; no store ever sees it.</summary>
/// <remarks>
/// The key itself is not kept: HKDF-SHA256 (RFC 5869) derives one sub-key a purpose, so that a token never works as a code nor a
/// stored look-up hash as either. Immutable and safe to use from several threads.
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class InvitationKey
{
    /// <summary>The fewest bytes of a key: 32.</summary>
    public const int MinimumBytes = 32;

    internal const string HowToMake = "Make one with 'openssl rand -base64 32' or InvitationKey.Generate().";
    private const int SubKeyBytes = 32;

    private readonly byte[] _tokenKey;
    private readonly byte[] _codeKey;
    private readonly byte[] _lookupKey;
    private readonly byte[] _quotaKey;
    private readonly byte[] _addressKey;

    /// <summary>Creates the key from random bytes.</summary>
    /// <param name="key">At least 32 bytes from a cryptographic random source. They are not kept; null counts as none.</param>
    /// <exception cref="ArgumentException">Fewer than 32 bytes, or all of them the same (INV002).</exception>
    public InvitationKey(byte[] key)
        : this(key.AsSpan())
    {
    }

    private InvitationKey(ReadOnlySpan<byte> key)
    {
        if (key.Length < MinimumBytes)
            throw new ArgumentException($"INV002: the key has {key.Length} bytes; at least {MinimumBytes} are needed. {HowToMake}");
        if (!key.ContainsAnyExcept(key[0]))
            throw new ArgumentException($"INV002: all bytes of the key are the same, so it is a placeholder and no key. {HowToMake}");

        Span<byte> id = stackalloc byte[sizeof(uint)];
        Derive(key, "invitations/v1/key-id"u8, id);
        Id = BinaryPrimitives.ReadUInt32BigEndian(id);
        _tokenKey = SubKey(key, "invitations/v1/tokens"u8);
        _codeKey = SubKey(key, "invitations/v1/codes"u8);
        _lookupKey = SubKey(key, "invitations/v1/code-lookup"u8);
        _quotaKey = SubKey(key, "invitations/v1/quotas"u8);
        _addressKey = SubKey(key, "invitations/v1/suppressed-addresses"u8);
    }

    /// <summary>Names the key in tokens, rows and logs. Derived from the key, so the same bytes have the same id everywhere.</summary>
    public uint Id { get; }

    /// <summary>Reads a key from configuration.</summary>
    /// <param name="base64">Base64 (RFC 4648 section 4) of at least 32 random bytes; white space is ignored.</param>
    /// <returns>The key.</returns>
    /// <exception cref="ArgumentException">The text is null or empty, or holds too few bytes or a placeholder (INV002).</exception>
    /// <exception cref="FormatException">The text is not base64 (INV002). No message repeats the text.</exception>
    public static InvitationKey Parse(string base64)
    {
        if (string.IsNullOrWhiteSpace(base64))
            throw new ArgumentException($"INV002: the key is empty. Is the setting there on this machine? {HowToMake}");

        var bytes = new byte[base64.Length];
        try
        {
            if (!Convert.TryFromBase64String(base64, bytes, out var written))
                throw new FormatException($"INV002: the key is not base64 text. {HowToMake}");
            return new InvitationKey(bytes.AsSpan(0, written));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }

    /// <summary>Makes a new key for the configuration of a host.</summary>
    /// <returns>Base64 of 32 random bytes. It is a secret: put it where the host keeps its passwords.</returns>
    public static string Generate() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(MinimumBytes));

    /// <summary>The id in eight hexadecimal digits, never the key.</summary>
    public override string ToString() => Id.ToString("x8", CultureInfo.InvariantCulture);

    /// <summary>The HMAC-SHA-256 (RFC 2104) of a token, 32 bytes. The sub-keys never leave this class.</summary>
    internal void TokenMac(ReadOnlySpan<byte> message, Span<byte> mac) => HMACSHA256.HashData(_tokenKey, message, mac);

    /// <summary>The HMAC-SHA-256 that the symbols of a code come from, 32 bytes.</summary>
    internal void CodeMac(ReadOnlySpan<byte> message, Span<byte> mac) => HMACSHA256.HashData(_codeKey, message, mac);

    /// <summary>The HMAC-SHA-256 by which a code is found, 32 bytes.</summary>
    internal void LookupMac(ReadOnlySpan<byte> message, Span<byte> mac) => HMACSHA256.HashData(_lookupKey, message, mac);

    /// <summary>The HMAC-SHA-256 by which counters of messages are named, 32 bytes.</summary>
    internal void QuotaMac(ReadOnlySpan<byte> message, Span<byte> mac) => HMACSHA256.HashData(_quotaKey, message, mac);

    /// <summary>The HMAC-SHA-256 by which a suppressed address is found, 32 bytes.</summary>
    internal void AddressMac(ReadOnlySpan<byte> message, Span<byte> mac) => HMACSHA256.HashData(_addressKey, message, mac);

    private static byte[] SubKey(ReadOnlySpan<byte> key, ReadOnlySpan<byte> purpose)
    {
        var subKey = new byte[SubKeyBytes];
        Derive(key, purpose, subKey);
        return subKey;
    }

    private static void Derive(ReadOnlySpan<byte> key, ReadOnlySpan<byte> purpose, Span<byte> output) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key, output, salt: default, info: purpose);
}
