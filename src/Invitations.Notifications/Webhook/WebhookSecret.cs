using System.Diagnostics.CodeAnalysis;

namespace Invitations;

/// <summary>Reads secrets in the form of Standard Webhooks.</summary>
internal static class WebhookSecret
{
    private const string Prefix = "whsec_";

    public static bool TryRead(string? text, [NotNullWhen(true)] out byte[]? key)
    {
        key = null;
        var base64 = text?.StartsWith(Prefix, StringComparison.Ordinal) is true ? text[Prefix.Length..] : text ?? "";
        var bytes = new byte[base64.Length];
        if (!Convert.TryFromBase64String(base64, bytes, out var length) || length is < 24 or > 64)
            return false;
        key = bytes[..length];
        return true;
    }
}
