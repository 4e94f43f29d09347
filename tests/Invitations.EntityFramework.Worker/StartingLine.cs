using Npgsql;

namespace Invitations.EntityFramework.Worker;

/// <summary>A barrier for callers of several processes: an advisory lock that the test holds until everybody waits for it.</summary>
public static class StartingLine
{
    /// <summary>The key of the lock.</summary>
    public const long Key = 20_310_504;

    /// <summary>Waits for the start.</summary>
    public static async Task WaitAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand($"SELECT pg_advisory_lock_shared({Key})", connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync();
        await using var unlock = new NpgsqlCommand($"SELECT pg_advisory_unlock_shared({Key})", connection);
        await unlock.ExecuteNonQueryAsync();
    }
}
