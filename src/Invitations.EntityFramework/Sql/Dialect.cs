namespace Invitations.Stores.EntityFramework;

/// <summary>Which statements a database understands.</summary>
internal enum Dialect
{
    /// <summary>Standard SQL alone: no conflict clause, no arrays, no locks that are skipped. Every provider of EF Core.</summary>
    Portable,

    /// <summary>SQLite: one writer at a time, so that a statement or a transaction that writes sees nothing change under it.</summary>
    Sqlite,

    /// <summary>PostgreSQL: arrays, <c>ON CONFLICT</c>, <c>FOR UPDATE SKIP LOCKED</c>; an error dooms a transaction unless there is a savepoint.</summary>
    PostgreSql,
}
