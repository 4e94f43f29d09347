using Invitations.Benchmarks.Stores.Databases;
using Invitations.Benchmarks.Stores.Rows;
using Npgsql;

namespace Invitations.Benchmarks.Stores.Raw;

/// <summary>Four prepared statements, four round trips.</summary>
internal sealed class PostgreSqlRawAccepts : IRawAccepts
{
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlCommand _begin;
    private readonly NpgsqlCommand _update;
    private readonly NpgsqlCommand _insert;
    private readonly NpgsqlCommand _commit;
    private readonly NpgsqlParameter<long> _at = new("at", 0L);
    private readonly NpgsqlParameter<Guid> _id = new("id", Guid.Empty);
    private readonly NpgsqlParameter<string> _user = new("user", "");
    private readonly NpgsqlParameter<Guid> _idOfInsert = new("id", Guid.Empty);
    private readonly NpgsqlParameter<string> _userOfInsert = new("user", "");
    private readonly NpgsqlParameter<DateTimeOffset> _joined = new("joined", DateTimeOffset.UnixEpoch);

    private PostgreSqlRawAccepts(NpgsqlConnection connection, TableShape invitations)
    {
        _connection = connection;
        _begin = new NpgsqlCommand("BEGIN", connection);
        _update = new NpgsqlCommand(AcceptSql.UpdateOf(invitations), connection) { Parameters = { _at, _id, _user } };
        _insert = new NpgsqlCommand(AcceptSql.Insert, connection)
        {
            Parameters = { new NpgsqlParameter<string>("tenant", StoreHost.Tenant.Value), _userOfInsert, _idOfInsert, _joined },
        };
        _commit = new NpgsqlCommand("COMMIT", connection);
    }

    public static async Task<PostgreSqlRawAccepts> OpenAsync(NpgsqlConnection connection, TableShape invitations)
    {
        var accepts = new PostgreSqlRawAccepts(connection, invitations);
        await accepts._update.PrepareAsync();
        await accepts._insert.PrepareAsync();
        return accepts;
    }

    public async Task AcceptAsync(Guid invitationId, string userId)
    {
        var now = TimeProvider.System.GetUtcNow();
        _at.TypedValue = AcceptSql.Stored(now);
        _id.TypedValue = _idOfInsert.TypedValue = invitationId;
        _user.TypedValue = _userOfInsert.TypedValue = userId;
        _joined.TypedValue = now;
        await _begin.ExecuteNonQueryAsync();
        if (await _update.ExecuteNonQueryAsync() != 1)
            throw new InvalidOperationException("Nothing was open to accept.");
        await _insert.ExecuteNonQueryAsync();
        await _commit.ExecuteNonQueryAsync();
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();
}
