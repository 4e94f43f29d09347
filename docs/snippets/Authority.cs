using Invitations;

namespace Snippets;

public static class Authority
{
    public static TenantSettings Settings()
    {
        #region authority-settings
        var settings = TenantSettings.Default with
        {
            Roles = ["viewer", "editor", "owner"],
            Authority = new()
            {
                GroupAdminRoles = ["viewer", "editor"],   // and nothing above what they hold
                MembersInvite = true,
                MemberKinds = [GrantKind.Guest],          // members bring guests, and nobody else
            },
        };
        #endregion
        return settings;
    }

    public static async Task HandOverAsync(IInviterDepartures departures, TenantId tenant, Inviter admin)
    {
        #region settle-departure
        var departure = new InviterDeparture("user-gina") { Action = InviterDepartureAction.HandOver, Successor = admin };
        InviterDepartureResult result;
        do
        {
            result = await departures.SettleAsync(tenant, departure, admin);
            foreach (var refusal in result.Refused)
                Console.WriteLine($"{refusal.InvitationId} stays with the former inviter: {refusal.Errors[0].Code}");   // ...
            Console.WriteLine($"{result.Changed} handed over");   // 1 handed over
            departure = departure with { Cursor = result.NextCursor };
        }
        while (result.NextCursor is not null);
        #endregion
    }
}
