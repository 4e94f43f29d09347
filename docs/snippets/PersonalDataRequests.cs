using Invitations;

namespace Snippets;

public sealed class PersonalDataRequests(IPersonalData data, IRetention retention, TenantId tenant)
{
    public static TenantSettings Settings()
    {
        #region retention
        var settings = new TenantSettings
        {
            Retention = new() { NeverJoined = TimeSpan.FromDays(30), Joined = TimeSpan.FromDays(365), Deliveries = TimeSpan.FromDays(30) },
        };
        #endregion
        return settings;
    }

    public Task<int> RetainAsync() => retention.RunAsync();

    public async Task<int> ExportAsync()
    {
        #region person-export
        var person = new PersonQuery { Email = "ana@example.com" };
        var export = await data.ExportAsync(tenant, person, by: "user-dpo");
        foreach (var kept in export.Invitations)
            Console.WriteLine($"{kept.Invitation.Status}: {kept.Entries.Count} entries, {kept.Deliveries.Count} messages");
        #endregion
        return export.Invitations.Count;
    }

    public async Task<PersonalDataErasure> EraseAsync(PersonQuery person)
    {
        #region person-erase
        var erasure = await data.EraseAsync(tenant, person, by: "user-dpo");
        #endregion
        return erasure;
    }

    public async Task<int> PurgeAsync()
    {
        #region tenant-purge
        var rows = await data.PurgeTenantAsync(tenant);
        #endregion
        return rows;
    }
}
