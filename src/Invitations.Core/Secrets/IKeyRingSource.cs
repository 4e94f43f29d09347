namespace Invitations;

/// <summary>Answers the keys of now. A host implements it to hold its keys in a vault; otherwise they come from the options.</summary>
/// <remarks>
/// Read on every use of a secret, so that a rotated or retired key takes effect at once and without a restart. It has to be cheap
/// (a field, no I/O) and safe to read from several threads: load in the background and swap the reference. An exception from here
/// reaches the caller of the operation; nothing retries it.
/// </remarks>
public interface IKeyRingSource
{
    /// <summary>The keys of now. Never null; the same instance until the keys change.</summary>
    KeyRing Current { get; }
}
