namespace Invitations;

/// <summary>How the tables of Invitations are called and typed in the host's database.</summary>
public sealed class InvitationsModelOptions
{
    /// <summary>The schema of the tables, or null, the default, for the default schema of the context. SQLite has none.</summary>
    public string? Schema { get; set; }

    /// <summary>What the names of all tables begin with. Empty by default: <c>invitations</c>, <c>invitation_deliveries</c>, …</summary>
    public string TablePrefix { get; set; } = "";

    /// <summary>
    /// The collation of every text that is compared, or null, the default, for that of the database. It has to compare ordinally (by code point, with
    /// case and accents). SQLite and PostgreSQL do by default; SQL Server needs <c>Latin1_General_100_BIN2_UTF8</c>, MySQL <c>utf8mb4_0900_bin</c>.
    /// </summary>
    public string? KeyCollation { get; set; }

    /// <summary>
    /// Gives the column type of a text that is compared from its longest length in UTF-16 code units (null: unlimited), such as
    /// <c>length => $"varchar({length ?? 8000})"</c>. Null, the default, leaves it to the provider.
    /// </summary>
    public Func<int?, string>? KeyColumnType { get; set; }
}
