namespace Invitations.Stores.EntityFramework;

/// <summary>Pieces of SQL that every dialect writes in its own way.</summary>
internal static class SessionSql
{
    /// <summary>The most parameters of one statement; SQL Server takes 2,100, SQLite 32,766.</summary>
    public const int MostParameters = 2000;

    /// <summary>Whether a column has one of some values. One array on PostgreSQL, so that the text does not depend on their number.</summary>
    public static string In<T>(this EfSession session, StatementBuilder statement, string column, T[] values) => values.Length switch
    {
        0 => "1 = 0",
        1 => $"{column} = {statement.Value(values[0])}",
        _ when session.Dialect is Dialect.PostgreSql => $"{column} = ANY({statement.Value(values)})",
        _ => $"{column} IN ({string.Join(", ", values.Select(value => statement.Value(value)))})",
    };

    /// <summary>No more rows than that many: in the words of the SQL standard, or of the two families of databases that have their own.</summary>
    public static string Limit(this EfSession session, StatementBuilder statement, int rows)
    {
        var isLimit = session.Dialect is not Dialect.Portable || session.IsProvider("Sqlite") || session.IsProvider("MySql");
        return isLimit ? $" LIMIT {statement.Value(rows)}" : $" OFFSET 0 ROWS FETCH NEXT {statement.Value(rows)} ROWS ONLY";
    }

    /// <summary>Whether a column contains a text literally. <c>LIKE</c> of SQLite ignores the case of ASCII letters, whatever the collation.</summary>
    public static string Contains(this EfSession session, StatementBuilder statement, string column, string text) => session.IsProvider("Sqlite")
        ? $"instr({column}, {statement.Value(text)}) > 0"
        : $"{column} LIKE {statement.Value($"%{Escaped(text)}%")} ESCAPE '!'";

    public static bool IsProvider(this EfSession session, string name) =>
        session.Context.Database.ProviderName?.Contains(name, StringComparison.Ordinal) is true;

    private static string Escaped(string text) => text.AsSpan().IndexOfAny("!%_[") < 0
        ? text
        : text
            .Replace("!", "!!", StringComparison.Ordinal)
            .Replace("%", "!%", StringComparison.Ordinal)
            .Replace("_", "!_", StringComparison.Ordinal)
            .Replace("[", "![", StringComparison.Ordinal);
}
