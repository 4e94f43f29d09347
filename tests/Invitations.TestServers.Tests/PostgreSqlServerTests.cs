using Npgsql;

namespace Invitations.TestServers.Tests;

public sealed class PostgreSqlServerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_servers_data_is_in_its_folder_and_gone_with_it()
    {
        var server = await StartAsync();
        var folder = server.SocketFolder;
        string? data;
        await using (var database = await server.CreateDatabaseAsync(Cancellation))
            data = await ReadAsync<string>(database, "SHOW data_directory");
        await server.DisposeAsync();

        Assert.Equal(Path.Combine(folder, "data"), data);
        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public async Task Every_database_is_an_empty_one_and_sorts_as_people_do()
    {
        await using var server = await StartAsync();
        await using var first = await server.CreateDatabaseAsync(Cancellation);
        await using var second = await server.CreateDatabaseAsync(Cancellation);
        await ExecuteAsync(first, "CREATE TABLE things (id integer)");

        Assert.Equal(0L, await ReadAsync<long>(second, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"));
        Assert.True(await ReadAsync<bool>(second, "SELECT 'a' < 'B'"));
    }

    [Theory]
    [InlineData(PostgreSqlStop.Fast)]
    [InlineData(PostgreSqlStop.Immediate)]
    public async Task What_was_committed_outlives_a_restart(PostgreSqlStop stop)
    {
        await using var server = await StartAsync();
        await using var database = await server.CreateDatabaseAsync(Cancellation);
        await ExecuteAsync(database, "CREATE TABLE things AS SELECT 7 AS id");

        await server.RestartAsync(stop, Cancellation);
        NpgsqlConnection.ClearAllPools();

        Assert.Equal(7, await ReadAsync<int>(database, "SELECT id FROM things"));
    }

    [Fact]
    public async Task The_folder_of_a_process_that_is_gone_is_removed_by_the_next_server()
    {
        // No process has this number: it is above what any system hands out.
        var abandoned = Path.Combine(Path.GetTempPath(), "invitations-postgresql-2147483647-1-1");
        await ServerAccount.RunAsync(ServerAccount.Start("/bin/mkdir", abandoned), Cancellation);

        await using var server = await StartAsync();

        Assert.False(Directory.Exists(abandoned));
        Assert.True(Directory.Exists(server.SocketFolder));
    }

    [Fact]
    public async Task A_setting_reaches_the_server()
    {
        var options = new PostgreSqlOptions { Fsync = true, MaxConnections = 20, Settings = new Dictionary<string, string> { ["work_mem"] = "'3MB'" } };
        await using var server = await StartAsync(options);
        await using var database = await server.CreateDatabaseAsync(Cancellation);

        Assert.Equal("on", await ReadAsync<string>(database, "SHOW fsync"));
        Assert.Equal("20", await ReadAsync<string>(database, "SHOW max_connections"));
        Assert.Equal("3MB", await ReadAsync<string>(database, "SHOW work_mem"));
    }

    private static Task<PostgreSqlServer> StartAsync(PostgreSqlOptions? options = null)
    {
        Assert.SkipWhen(PostgreSqlServer.Unavailable is not null, PostgreSqlServer.Unavailable ?? "");
        return PostgreSqlServer.StartNewAsync(options ?? new(), Cancellation);
    }

    private static async Task<T?> ReadAsync<T>(PostgreSqlDatabase database, string sql)
    {
        await using var source = NpgsqlDataSource.Create(database.ConnectionString);
        await using var command = source.CreateCommand(sql);
        return (T?)await command.ExecuteScalarAsync(Cancellation);
    }

    private static async Task ExecuteAsync(PostgreSqlDatabase database, string sql)
    {
        await using var source = NpgsqlDataSource.Create(database.ConnectionString);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancellation);
    }
}
