namespace Invitations.Stores.EntityFramework;

/// <summary>What a session knows of the transaction that it runs.</summary>
internal sealed class TransactionState
{
    /// <summary>Whether a part of it rolled back or threw, so that the whole cannot be committed.</summary>
    public bool IsDoomed { get; set; }
}
