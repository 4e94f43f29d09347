namespace Invitations.Stores.InMemory;

/// <summary>What a session knows of the transaction that it runs.</summary>
internal sealed class TransactionState
{
    /// <summary>Whether a nested transaction rolled back or a statement failed, so that the whole cannot be committed.</summary>
    public bool IsDoomed { get; set; }

    /// <summary>Whether it has ended; a task that was left behind by the work is outside of it then.</summary>
    public bool IsEnded { get; set; }
}
