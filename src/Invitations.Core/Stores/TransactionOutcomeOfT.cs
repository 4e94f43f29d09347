namespace Invitations.Stores;

/// <summary>What becomes of a transaction, and what its work gives.</summary>
/// <typeparam name="T">What the work gives.</typeparam>
/// <param name="Value">What the work gives.</param>
/// <param name="IsCommit">Whether to commit; otherwise everything is rolled back.</param>
public readonly record struct TransactionOutcome<T>(T Value, bool IsCommit);
