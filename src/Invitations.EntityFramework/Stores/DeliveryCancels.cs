namespace Invitations.Stores.EntityFramework;

/// <summary>Cancels what waits of one invitation.</summary>
internal static class DeliveryCancels
{
    private static readonly DeliveryTable Table = InvitationTables.Deliveries;

    public static Statement Of(EfSession session, TenantId tenant, Guid invitationId, DateTimeOffset at) =>
        new("cancel the deliveries of an invitation", session.Model.Text(Table, "cancel one", sql => Text(sql, 0, 1, 2)), Instants.Stored(at), invitationId, tenant.Value);

    /// <param name="sql">The table.</param>
    /// <param name="at">The place of the parameter with the instant.</param>
    /// <param name="invitationId">That of the invitation.</param>
    /// <param name="tenant">That of the tenant.</param>
    public static string Text(TableSql<Delivery> sql, int at, int invitationId, int tenant) =>
        $"UPDATE {sql.Name} SET {sql["status"]} = {(int)DeliveryStatus.Cancelled}, {sql["leased_until"]} = NULL, {sql["ended_at"]} = {Statement.Parameter(at)} " +
        $"WHERE {sql["invitation_id"]} = {Statement.Parameter(invitationId)} AND {sql["tenant"]} = {Statement.Parameter(tenant)} " +
        $"AND {sql["status"]} = {(int)DeliveryStatus.Waiting}";
}
