using Invitations.Benchmarks.Stores.Databases;

namespace Invitations.Benchmarks.Stores.Rows;

/// <summary>History: invitations that were accepted long ago, made by the server out of those that it has.</summary>
internal static class EndedRows
{
    /// <summary>Replaces the open invitations of a PostgreSQL database by several accepted ones each.</summary>
    public static async Task MakeAsync(BenchmarkDatabase database, int copies)
    {
        var values = string.Join(", ", database.Invitations.Columns.Select(column => column.Name switch
        {
            "id" => "gen_random_uuid()",
            "status" => ((int)InvitationStatus.Accepted).ToString(System.Globalization.CultureInfo.InvariantCulture),
            "ended_at" => "created_at",
            "accepted_by" => "'user-' || id",
            var name when name.StartsWith("key_", StringComparison.Ordinal) => "NULL",
            var name => name,
        }));
        var (table, columns) = (database.Invitations.Name, database.Invitations.ColumnList);
        await database.ExecuteAsync($"INSERT INTO {table} ({columns}) SELECT {values} FROM {table}, generate_series(1, {copies})");
        await database.ExecuteAsync($"DELETE FROM {table} WHERE status = {(int)InvitationStatus.Pending}");
        await database.ExecuteAsync($"DELETE FROM {database.Deliveries.Name}");
        await database.SettleAsync();
    }
}
