using Microsoft.Extensions.Options;

namespace Invitations;

/// <summary>The keys of the options. A change of the configuration takes effect at once.</summary>
internal sealed class OptionsKeyRingSource(IOptionsMonitor<InvitationOptions> options) : IKeyRingSource
{
    // One reference, because several threads read and write it: options and ring change together or not at all.
    private volatile Parsed? _parsed;

    public KeyRing Current
    {
        get
        {
            var current = options.CurrentValue;
            if (_parsed is { } parsed && ReferenceEquals(parsed.Options, current))
                return parsed.Ring;

            var ring = new KeyRing(current.Keys.Select(InvitationKey.Parse));
            _parsed = new(current, ring);
            return ring;
        }
    }

    private sealed record Parsed(InvitationOptions Options, KeyRing Ring);
}
