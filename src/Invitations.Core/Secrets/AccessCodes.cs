using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Invitations;

/// <summary>Derives access codes, reads what people typed, and makes the keyed hashes that rows are found by.</summary>
/// <remarks>
/// To issue: take <see cref="KeyRing.Signing"/> once, derive the code and its look-up hash under it, and store the hash and the key id.
/// To redeem: read, then look for any of the look-up hashes; a retired key has none, so its codes are refused at once.
/// </remarks>
internal sealed class AccessCodes(IKeyRingSource keys)
{
    /// <summary>The bytes of a look-up hash.</summary>
    public const int LookupHashBytes = 16;

    /// <summary>Longer texts are refused unread: nobody puts more than two separators around a symbol.</summary>
    private const int LongestText = 100;
    private const byte WithinTenant = 1;
    private const byte AcrossTenants = 2;

    /// <summary>The code under a key of the ring.</summary>
    /// <param name="key">The key: the signing one for a new code.</param>
    /// <param name="id">The invitation.</param>
    /// <param name="version">Its secret version; every version has another code.</param>
    /// <param name="length">10 to 26 symbols, the check symbol not counted. A shorter code is no prefix of a longer one.</param>
    /// <param name="purpose">What the code opens.</param>
    public static AccessCode Derive(
        InvitationKey key, Guid id, int version, int length = AccessCode.DefaultLength, TokenKind purpose = TokenKind.Invitation)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (id == Guid.Empty)
            throw new ArgumentException("The id was never set.", nameof(id));
        ArgumentOutOfRangeException.ThrowIfNegative(version);
        ArgumentOutOfRangeException.ThrowIfLessThan(length, AccessCode.MinimumLength);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, AccessCode.MaximumLength);

        Span<byte> message = stackalloc byte[22];
        message[0] = (byte)purpose;
        id.TryWriteBytes(message[1..], bigEndian: true, out _);
        BinaryPrimitives.WriteInt32BigEndian(message[17..], version);
        message[21] = (byte)length;
        Span<byte> bits = stackalloc byte[HMACSHA256.HashSizeInBytes];
        key.CodeMac(message, bits);

        Span<char> symbols = stackalloc char[length];
        for (var i = 0; i < length; i++)
            symbols[i] = CodeAlphabet.Symbols[FiveBits(bits, i * CodeAlphabet.BitsPerSymbol)];
        return new AccessCode(new string(symbols));
    }

    /// <summary>The code that a row was issued with, or null where its key is retired.</summary>
    /// <remarks>
    /// Unlike a token, a code cannot move to the signing key by itself: its row is found by a hash under the old key. On null raise the
    /// secret version, or derive anew under the signing key and store the new hash and key id.
    /// </remarks>
    public AccessCode? Derive(Guid id, int version, uint keyId, int length = AccessCode.DefaultLength) =>
        keys.Current.Find(keyId) is { } key ? Derive(key, id, version, length) : null;

    /// <summary>Reads what somebody typed: case-blind, O as 0, I and L as 1, without spaces, hyphens and dashes.</summary>
    /// <returns>False where it cannot be a code: another symbol, another length, or the check symbol does not hold.</returns>
    public static bool TryRead(string? text, out AccessCode code)
    {
        code = default;
        if (text is null || text.Length > LongestText)
            return false;

        Span<char> symbols = stackalloc char[AccessCode.MaximumLength + 1];
        var count = 0;
        foreach (var c in text)
        {
            if (CodeAlphabet.IsSeparator(c))
                continue;
            var value = CodeAlphabet.ValueOf(c);
            if (value < 0 || count == symbols.Length)
                return false;
            symbols[count++] = CodeAlphabet.Symbols[value];
        }

        if (count <= AccessCode.MinimumLength || !CodeCheck.Holds(symbols[..count]))
            return false;
        code = new AccessCode(new string(symbols[..(count - 1)]));
        return true;
    }

    /// <summary>The hash by which a row is found within its tenant, under one key. Stored when the code is issued.</summary>
    public static byte[] LookupHash(InvitationKey key, TenantId tenant, AccessCode code) =>
        Hash(key, WithinTenant, tenant.Value, code);

    /// <summary>The hash by which a row is found where the tenant is not known, under one key.</summary>
    /// <exception cref="ArgumentException">The code has fewer than 13 symbols, too few to be guessed at across tenants.</exception>
    public static byte[] LookupHash(InvitationKey key, AccessCode code)
    {
        if (code.Length < AccessCode.MinimumLengthAcrossTenants)
            throw new ArgumentException(
                $"A code that is looked up across tenants needs {AccessCode.MinimumLengthAcrossTenants} symbols or more.", nameof(code));
        return Hash(key, AcrossTenants, "", code);
    }

    /// <summary>The hashes to look for within a tenant: one for every key of the ring, the signing one first.</summary>
    public IReadOnlyList<byte[]> LookupHashes(TenantId tenant, AccessCode code)
    {
        var hashes = new List<byte[]>();
        foreach (var key in keys.Current.AsSpan())
            hashes.Add(LookupHash(key, tenant, code));
        return hashes;
    }

    /// <summary>The hashes to look for across tenants; none for a code of fewer than 13 symbols, which opens nothing there.</summary>
    public IReadOnlyList<byte[]> LookupHashes(AccessCode code)
    {
        var hashes = new List<byte[]>();
        if (code.Length < AccessCode.MinimumLengthAcrossTenants)
            return hashes;
        foreach (var key in keys.Current.AsSpan())
            hashes.Add(LookupHash(key, code));
        return hashes;
    }

    private static int FiveBits(ReadOnlySpan<byte> bits, int at)
    {
        var window = BinaryPrimitives.ReadUInt16BigEndian(bits[(at / 8)..]);
        return (window >> (11 - (at % 8))) & 0b11111;
    }

    private static byte[] Hash(InvitationKey key, byte form, string tenant, AccessCode code)
    {
        ArgumentNullException.ThrowIfNull(key);
        var symbols = code.Symbols;
        Span<byte> message = stackalloc byte[1 + (2 * sizeof(int)) + (2 * TenantId.MaxLength) + (2 * AccessCode.MaximumLength)];
        message[0] = form;
        var end = Append(message, 1, tenant);
        end = Append(message, end, symbols);

        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        key.LookupMac(message[..end], hash);
        return hash[..LookupHashBytes].ToArray();
    }

    /// <summary>Length and UTF-16 units, so that unpaired surrogates stay apart; UTF-8 would merge them.</summary>
    private static int Append(Span<byte> message, int at, string text)
    {
        BinaryPrimitives.WriteInt32BigEndian(message[at..], text.Length);
        at += sizeof(int);
        foreach (var unit in text)
        {
            BinaryPrimitives.WriteUInt16BigEndian(message[at..], unit);
            at += sizeof(char);
        }

        return at;
    }
}
