using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Invitations;

/// <summary>
/// Makes the tokens with which invited people ask never to be invited again. A token is bound to the invitation and to the addresses that it
/// had: it outlives a reinvite, and says nothing about an address that the invitation gets later.
/// </summary>
internal sealed class UnsubscribeTokens(TokenCodec tokens)
{
    /// <returns>The token, or null where the person has no address.</returns>
    public string? TokenOf(Invitation invitation) =>
        AddressesOf(invitation).Any() ? tokens.Write(TokenKind.Unsubscribe, invitation.Id, MarkOf(invitation)) : null;

    /// <summary>Reads a token, by arithmetic alone.</summary>
    public bool TryRead(ReadOnlySpan<char> text, out TokenPayload payload) => tokens.TryRead(text, TokenKind.Unsubscribe, out payload);

    public static bool IsFor(TokenPayload payload, Invitation invitation) =>
        AddressesOf(invitation).Any() && payload.Id == invitation.Id && payload.SecretVersion == MarkOf(invitation);

    public static IEnumerable<string> AddressesOf(Invitation invitation) =>
        new[] { invitation.Recipient.Email, invitation.Recipient.Phone }.OfType<string>();

    private static int MarkOf(Invitation invitation)
    {
        var addresses = string.Join('\n', AddressesOf(invitation));
        return BinaryPrimitives.ReadInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(addresses))) & int.MaxValue;
    }
}
