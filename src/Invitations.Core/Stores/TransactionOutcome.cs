namespace Invitations.Stores;

/// <summary>Makes a <see cref="TransactionOutcome{T}"/>.</summary>
public static class TransactionOutcome
{
    /// <summary>Commit.</summary>
    /// <typeparam name="T">What the work gives.</typeparam>
    /// <param name="value">What the work gives.</param>
    public static TransactionOutcome<T> Commit<T>(T value) => new(value, IsCommit: true);

    /// <summary>Roll back.</summary>
    /// <typeparam name="T">What the work gives.</typeparam>
    /// <param name="value">What the work gives.</param>
    public static TransactionOutcome<T> Rollback<T>(T value) => new(value, IsCommit: false);
}
