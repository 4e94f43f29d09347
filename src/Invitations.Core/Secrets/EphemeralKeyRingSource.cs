using System.Security.Cryptography;
using Microsoft.Extensions.Logging;

namespace Invitations;

/// <summary>A random key that lives as long as the process: every token and code ends with it. For demos and tests.</summary>
internal sealed class EphemeralKeyRingSource : IKeyRingSource
{
    public EphemeralKeyRingSource(ILogger<EphemeralKeyRingSource>? logger = null)
    {
        if (logger is not null)
            Log.EphemeralKeys(logger);
    }

    public KeyRing Current { get; } = new(new InvitationKey(RandomNumberGenerator.GetBytes(InvitationKey.MinimumBytes)));
}
