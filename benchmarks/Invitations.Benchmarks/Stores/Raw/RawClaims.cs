using Invitations.Benchmarks.Stores.Rows;
using Npgsql;

namespace Invitations.Benchmarks.Stores.Raw;

/// <summary>PostgreSQL: claims deliveries by one prepared statement and reads them.</summary>
internal sealed class RawClaims : IAsyncDisposable
{
    public const int Take = 100;

    private static readonly TimeSpan Lease = TimeSpan.FromHours(1);

    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlCommand _command;
    private readonly NpgsqlParameter<long> _now = new("now", 0L);
    private readonly NpgsqlParameter<long> _until = new("until", 0L);

    private RawClaims(NpgsqlConnection connection, TableShape deliveries)
    {
        _connection = connection;
        var sql =
            $"""
            UPDATE {deliveries.Name} SET leased_until = @until, attempts = attempts + 1, fence = fence + 1
            WHERE id IN (
                SELECT id FROM {deliveries.Name}
                WHERE status = {(int)DeliveryStatus.Waiting} AND channel = 'email' AND due_at <= @now AND (leased_until IS NULL OR leased_until <= @now)
                ORDER BY due_at, id LIMIT {Take} FOR UPDATE SKIP LOCKED)
            RETURNING {deliveries.ColumnList}
            """;
        _command = new NpgsqlCommand(sql, connection) { Parameters = { _now, _until } };
    }

    public static async Task<RawClaims> OpenAsync(NpgsqlConnection connection, TableShape deliveries)
    {
        var claims = new RawClaims(connection, deliveries);
        await claims._command.PrepareAsync();
        return claims;
    }

    public async Task<int> ClaimAsync(DateTimeOffset now)
    {
        _now.TypedValue = AcceptSql.Stored(now);
        _until.TypedValue = AcceptSql.Stored(now + Lease);
        await using var reader = await _command.ExecuteReaderAsync();
        var values = new object[reader.FieldCount];
        var claimed = 0;
        for (; await reader.ReadAsync(); claimed++)
            reader.GetValues(values);
        return claimed;
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();
}
