using Invitations.Benchmarks.Stores.Databases;
using Invitations.Benchmarks.Stores.Raw;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Benchmarks.Stores.PlainEf;

/// <summary>What a host writes by hand: load, look, change, add a membership, <c>SaveChanges</c>.</summary>
internal static class PlainAccepts
{
    public static async Task AcceptAsync(BenchmarkDatabase database, Guid invitationId, string userId)
    {
        await using var scope = database.Host.OpenScope();
        var context = scope.ServiceProvider.GetRequiredService<BenchmarkContext>();
        var now = TimeProvider.System.GetUtcNow();
        var row = await context.Set<Dictionary<string, object>>(database.Invitations.Entity)
            .SingleAsync(row => EF.Property<Guid>(row, "id") == invitationId);
        if ((int)row["status"] != (int)InvitationStatus.Pending || (long)row["expires_at"] <= AcceptSql.Stored(now))
            throw new InvalidOperationException("Nothing was open to accept.");

        row["status"] = (int)InvitationStatus.Accepted;
        row["version"] = (long)row["version"] + 1;
        row["ended_at"] = AcceptSql.Stored(now);
        row["accepted_by"] = userId;
        foreach (var column in database.Invitations.Columns.Where(column => column.Name.StartsWith("key_", StringComparison.Ordinal)))
            row[column.Name] = null!;
        context.Memberships.Add(new() { Tenant = StoreHost.Tenant.Value, UserId = userId, InvitationId = invitationId, Role = "member", JoinedAt = now });
        await context.SaveChangesAsync();
    }
}
