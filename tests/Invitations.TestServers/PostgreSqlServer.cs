using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Invitations.TestServers;

/// <summary>
/// A real PostgreSQL server in a temporary folder, on a free port of 127.0.0.1 and on a unix socket in its folder. Gone, with its folder, when
/// it is disposed of or when the process ends, be it killed.
/// </summary>
/// <remarks>Its databases sort as English people do, so that what has to be ordinal is so by its columns and not by the luck of the locale.</remarks>
public sealed class PostgreSqlServer : IAsyncDisposable
{
    private const string User = "postgres";
    private const int Attempts = 5;

    private static readonly PostgreSqlBinaries? s_binaries = PostgreSqlBinaries.Find();
    private static readonly Lazy<Task<PostgreSqlServer>> s_shared = new(() => StartNewAsync(new(), CancellationToken.None));

    private readonly PostgreSqlBinaries _binaries;
    private readonly ServerFolder _folder;
    private readonly ServerWatch _watch;
    private int _databases;

    private PostgreSqlServer(PostgreSqlBinaries binaries, ServerFolder folder)
    {
        _binaries = binaries;
        _folder = folder;
        _watch = new ServerWatch(binaries, folder);
        AppDomain.CurrentDomain.ProcessExit += OnExit;
    }

    /// <summary>Why there is no server here, or null where there is one. A test that needs one skips with this text.</summary>
    public static string? Unavailable { get; } = ServerAccount.Problem ?? (s_binaries is null
        ? "PostgreSQL is not installed: neither initdb on the PATH nor below /usr/lib/postgresql. ./test.sh installs it."
        : null);

    /// <summary>The port on 127.0.0.1. It stays the same over a restart.</summary>
    public int Port { get; private set; }

    /// <summary>The folder of the unix socket.</summary>
    public string SocketFolder => _folder.Path;

    /// <summary>The server that everything in this process shares, started by the first who asks.</summary>
    public static Task<PostgreSqlServer> SharedAsync() => s_shared.Value;

    /// <summary>Starts a server of the caller's own.</summary>
    /// <param name="options">How it is set up.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="InvalidOperationException">There is no PostgreSQL here, or it did not start; the message has its log.</exception>
    public static async Task<PostgreSqlServer> StartNewAsync(PostgreSqlOptions options, CancellationToken cancellationToken)
    {
        if (Unavailable is not null)
            throw new InvalidOperationException(Unavailable);
        RemoveAbandoned(s_binaries!);

        var server = new PostgreSqlServer(s_binaries!, await ServerFolder.CreateAsync(cancellationToken));
        try
        {
            await server.InitializeAsync(options, cancellationToken);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Makes an empty database.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<PostgreSqlDatabase> CreateDatabaseAsync(CancellationToken cancellationToken = default)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"test_{Interlocked.Increment(ref _databases)}");
        await ExecuteAsync($"CREATE DATABASE {name}", cancellationToken);
        var connection = new NpgsqlConnectionStringBuilder(ConnectionTo(name)) { Pooling = true, MaxPoolSize = 220, Timeout = 60, IncludeErrorDetail = true };
        return new(this, name, connection.ConnectionString);
    }

    /// <summary>Stops the server.</summary>
    /// <param name="stop">How.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task StopAsync(PostgreSqlStop stop, CancellationToken cancellationToken = default) =>
        ControlAsync(["stop", "-m", ModeOf(stop)], cancellationToken);

    /// <summary>Starts the server again on its data and its port.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        await ControlAsync(["start", "-l", _folder.Log], cancellationToken);
        await MakeSureOfServerAsync(cancellationToken);
    }

    /// <summary>Stops the server and starts it again.</summary>
    /// <param name="stop">How it is stopped.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task RestartAsync(PostgreSqlStop stop, CancellationToken cancellationToken = default)
    {
        await StopAsync(stop, cancellationToken);
        await StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= OnExit;
        _watch.Dispose();
        return ValueTask.CompletedTask;
    }

    internal Task DropDatabaseAsync(string name) => ExecuteAsync($"DROP DATABASE {name} WITH (FORCE)", CancellationToken.None);

    private static void RemoveAbandoned(PostgreSqlBinaries binaries)
    {
        foreach (var folder in ServerFolder.Abandoned())
        {
            using var watch = new ServerWatch(binaries, folder);
        }
    }

    private void OnExit(object? sender, EventArgs e) => _watch.Dispose();

    private async Task InitializeAsync(PostgreSqlOptions options, CancellationToken cancellationToken)
    {
        var initDb = ServerAccount.Start(
            _binaries.InitDb, "-D", _folder.Data, "-U", User, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--locale-provider=icu", "--icu-locale=en-US", "-N");
        await ServerAccount.RunAsync(initDb, cancellationToken);
        await File.AppendAllTextAsync(Path.Combine(_folder.Data, "postgresql.conf"), SettingsOf(options), cancellationToken);
        for (var attempt = 1; ; attempt++)
        {
            Port = FreePort();
            try
            {
                await StartAsync(cancellationToken);
                return;
            }
            catch (InvalidOperationException) when (attempt < Attempts && IsPortTaken())
            {
                // Somebody else has got the port between our look and the start.
            }
            catch (InvalidOperationException e)
            {
                throw new InvalidOperationException($"PostgreSQL did not start.\n{LogText()}", e);
            }
        }
    }

    private string SettingsOf(PostgreSqlOptions options)
    {
        var durable = options.Fsync ? "on" : "off";
        var settings = new Dictionary<string, string>(options.Settings)
        {
            // A test of a race that meets a deadlock does not wait a second for it to be found.
            ["deadlock_timeout"] = "50ms",
            ["listen_addresses"] = "'127.0.0.1'",
            ["unix_socket_directories"] = $"'{_folder.Path}'",
            ["max_connections"] = options.MaxConnections.ToString(CultureInfo.InvariantCulture),
            ["fsync"] = durable,
            ["full_page_writes"] = durable,
        };
        return string.Concat(settings.Select(setting => $"\n{setting.Key} = {setting.Value}")) + "\n";
    }

    private Task ControlAsync(IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        var port = string.Create(CultureInfo.InvariantCulture, $"-p {Port}");
        var start = ServerAccount.Start(_binaries.PgCtl, [.. arguments, "-D", _folder.Data, "-w", "-s", "-t", "60", "-o", port]);
        return ServerAccount.RunAsync(start, cancellationToken);
    }

    /// <summary>A port can be handed on: whatever is destroyed here is destroyed in the server that was started here.</summary>
    private async Task MakeSureOfServerAsync(CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(ConnectionTo(User));
        await connection.OpenAsync(cancellationToken);
        await MakeSureOfServerAsync(connection, cancellationToken);
    }

    private async Task MakeSureOfServerAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("SHOW data_directory", connection);
        var directory = (string?)await command.ExecuteScalarAsync(cancellationToken);
        if (directory != _folder.Data)
            throw new InvalidOperationException($"Port {Port} belongs to the server in {directory}, not to the one in {_folder.Data}.");
    }

    private async Task ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(ConnectionTo(User));
        await connection.OpenAsync(cancellationToken);
        await MakeSureOfServerAsync(connection, cancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private string ConnectionTo(string database) =>
        new NpgsqlConnectionStringBuilder { Host = "127.0.0.1", Port = Port, Username = User, Database = database, Pooling = false }.ConnectionString;

    private string LogText() => File.Exists(_folder.Log) ? File.ReadAllText(_folder.Log) : "";

    private bool IsPortTaken() => LogText().Contains("already in use", StringComparison.Ordinal);

    private static string ModeOf(PostgreSqlStop stop) => stop is PostgreSqlStop.Immediate ? "immediate" : "fast";

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
