using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Invitations;

/// <summary>Signs and verifies webhooks in the manner of Standard Webhooks: HMAC-SHA-256 over id, instant and body, with dots between them.</summary>
public static class WebhookSignature
{
    /// <summary>The header with the id of the message: the id of the delivery, the same for every attempt.</summary>
    public const string IdHeader = "webhook-id";

    /// <summary>The header with the instant of the attempt, in seconds since 1970.</summary>
    public const string TimestampHeader = "webhook-timestamp";

    /// <summary>The header with the signatures, one for each secret, with spaces between them.</summary>
    public const string SignatureHeader = "webhook-signature";

    private const string Version = "v1,";
    private static readonly TimeSpan UsualTolerance = TimeSpan.FromMinutes(5);

    /// <summary>Verifies a request. Keep the ids of what you have worked off for as long as the tolerance, and pass over one that comes again.</summary>
    /// <param name="secret">The secret that you share with the sender, as base64, with or without <c>whsec_</c> before it.</param>
    /// <param name="id">The header <see cref="IdHeader"/>, or null where it was missing.</param>
    /// <param name="timestamp">The header <see cref="TimestampHeader"/>, or null.</param>
    /// <param name="signatures">The header <see cref="SignatureHeader"/>, or null.</param>
    /// <param name="body">The octets of the body, before anything has parsed them.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="tolerance">How far the clocks may be apart, either way, and how long a request may be on its way. Null, the default, for 5 minutes.</param>
    /// <returns>Whether the request is the sender's and recent.</returns>
    /// <exception cref="ArgumentException">The secret is none.</exception>
    public static bool Verify(
        string secret, string? id, string? timestamp, string? signatures, ReadOnlySpan<byte> body, DateTimeOffset now, TimeSpan? tolerance = null)
    {
        if (!WebhookSecret.TryRead(secret, out var key))
            throw new ArgumentException("The secret is not base64 of 24 to 64 bytes.", nameof(secret));
        if (string.IsNullOrEmpty(id) || signatures is null || !long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            return false;
        if (Math.Abs((decimal)now.ToUnixTimeSeconds() - seconds) > (decimal)(tolerance ?? UsualTolerance).TotalSeconds)
            return false;

        var expected = Encoding.ASCII.GetBytes(Sign(key, id, timestamp, body));
        var isGenuine = false;
        foreach (var signature in signatures.Split(' '))
            isGenuine |= CryptographicOperations.FixedTimeEquals(expected, Encoding.UTF8.GetBytes(signature));
        return isGenuine;
    }

    /// <summary>The signature of one secret, with its version before it.</summary>
    internal static string Sign(byte[] key, string id, string timestamp, ReadOnlySpan<byte> body)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hmac.AppendData(Encoding.UTF8.GetBytes($"{id}.{timestamp}."));
        hmac.AppendData(body);
        return Version + Convert.ToBase64String(hmac.GetHashAndReset());
    }
}
