using Invitations.Benchmarks.Stores.Rows;

namespace Invitations.Benchmarks.Stores.Raw;

/// <summary>The two statements of a raw acceptance. The keys are emptied as they have to be: an address is free again.</summary>
internal static class AcceptSql
{
    public static string UpdateOf(TableShape invitations)
    {
        var keys = string.Concat(invitations.Columns.Where(column => column.Name.StartsWith("key_", StringComparison.Ordinal)).Select(column => $", {column.Name} = NULL"));
        return $"UPDATE {invitations.Name} SET status = {(int)InvitationStatus.Accepted}, version = version + 1, ended_at = @at, accepted_by = @user{keys} "
            + $"WHERE id = @id AND status = {(int)InvitationStatus.Pending} AND version = 1 AND expires_at > @at";
    }

    public const string Insert =
        """INSERT INTO memberships ("Tenant", "UserId", "InvitationId", "Role", "JoinedAt") VALUES (@tenant, @user, @id, 'member', @joined)""";

    public static long Stored(DateTimeOffset at) => (at - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
}
