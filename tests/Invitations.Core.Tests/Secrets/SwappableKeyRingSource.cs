namespace Invitations.Tests.Secrets;

/// <summary>A ring that a test swaps while the codec is in use, as a vault or changed options would.</summary>
internal sealed class SwappableKeyRingSource(params IEnumerable<InvitationKey> keys) : IKeyRingSource
{
    public KeyRing Current { get; private set; } = new(keys);

    public void SwapFor(params IEnumerable<InvitationKey> keys) => Current = new KeyRing(keys);
}
