using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;

namespace Invitations;

/// <summary>Writes link tokens and reads them back, by arithmetic alone.</summary>
/// <remarks>
/// 42 bytes: format | kind | key id (4) | id (16) | secret version (4) | HMAC-SHA-256 of all before it, truncated to 16. Numbers are
/// big endian. 42 bytes are exactly 56 characters of base64url (RFC 4648 section 5) without padding and without spare bits, so a token
/// has one spelling. A truncated HMAC of 128 bits is within RFC 2104 section 5.
/// </remarks>
internal sealed class TokenCodec(IKeyRingSource keys)
{
    public const int TextLength = 56;

    private const byte Format = 1;
    private const int KindAt = 1;
    private const int KeyIdAt = 2;
    private const int IdAt = 6;
    private const int VersionAt = 22;
    private const int MacAt = 26;
    private const int TokenBytes = 42;

    /// <summary>The token under the signing key of now.</summary>
    public string Write(TokenKind kind, Guid id, int version) => Write(keys.Current.Signing, kind, id, version);

    /// <summary>The token under the key that the row's secrets were made with, so that a retried delivery carries the same token.</summary>
    /// <remarks>Where that key is retired, the signing key of now is used: the former token is dead, this one works.</remarks>
    public string Write(TokenKind kind, Guid id, int version, uint keyId)
    {
        var ring = keys.Current;
        return Write(ring.Find(keyId) ?? ring.Signing, kind, id, version);
    }

    /// <summary>Reads a token; false for everything that a key of the ring did not make for the expected kind.</summary>
    public bool TryRead(ReadOnlySpan<char> text, TokenKind expected, out TokenPayload payload)
    {
        payload = default;
        if (text.Length != TextLength)
            return false;

        Span<byte> token = stackalloc byte[TokenBytes];
        // The decoder skips white space and takes padding. Only 56 characters that each carry six bits make 42 bytes.
        if (Base64Url.DecodeFromChars(text, token, out _, out var written) != OperationStatus.Done || written != TokenBytes)
            return false;
        if (token[0] != Format || token[KindAt] != (byte)expected)
            return false;
        if (keys.Current.Find(BinaryPrimitives.ReadUInt32BigEndian(token[KeyIdAt..])) is not { } key)
            return false;

        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        key.TokenMac(token[..MacAt], mac);
        if (!CryptographicOperations.FixedTimeEquals(mac[..(TokenBytes - MacAt)], token[MacAt..]))
            return false;

        payload = new TokenPayload(
            expected,
            new Guid(token[IdAt..VersionAt], bigEndian: true),
            BinaryPrimitives.ReadInt32BigEndian(token[VersionAt..]));
        return true;
    }

    private static string Write(InvitationKey key, TokenKind kind, Guid id, int version)
    {
        if (kind is not (TokenKind.Invitation or TokenKind.Link or TokenKind.Unsubscribe))
            throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such kind of token.");
        if (id == Guid.Empty)
            throw new ArgumentException("The id was never set.", nameof(id));
        ArgumentOutOfRangeException.ThrowIfNegative(version);

        Span<byte> token = stackalloc byte[TokenBytes];
        token[0] = Format;
        token[KindAt] = (byte)kind;
        BinaryPrimitives.WriteUInt32BigEndian(token[KeyIdAt..], key.Id);
        id.TryWriteBytes(token[IdAt..], bigEndian: true, out _);
        BinaryPrimitives.WriteInt32BigEndian(token[VersionAt..], version);

        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        key.TokenMac(token[..MacAt], mac);
        mac[..(TokenBytes - MacAt)].CopyTo(token[MacAt..]);
        return Base64Url.EncodeToString(token);
    }
}
