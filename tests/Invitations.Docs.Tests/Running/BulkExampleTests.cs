namespace Invitations.Docs.Tests.Running;

[Collection(ConsoleCollection.Name)]
public sealed class BulkExampleTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_filter_says_what_is_revoked()
    {
        await using var host = new ExampleHost();
        await host.InviteAsync(new("ana@example.com") { Groups = ["sales"] });
        await host.InviteAsync(new("ben@example.com") { Groups = ["design"] });

        var result = await ExampleOf(host).RevokeAsync(Cancel);

        Assert.Equal(new(1, 1, 0, 0), result.Counts);
    }

    [Fact]
    public async Task What_has_to_do_with_somebody_or_something_is_ended()
    {
        await using var host = new ExampleHost();
        var other = Inviter.OrganizationAdmin("user-ben");
        await host.InviteAsync(new("by-tina@example.com"));
        foreach (var invite in new Invite[] { new("ana@example.com"), new("cleo@example.com") { Groups = ["sales"] }, new("dirk@example.com") })
            await host.Invitations.InviteAsync(host.Tenant, invite, other, null, Cancel);
        await host.Invitations.InviteAsync("globex", new Invite("ana@example.com"), other, null, Cancel);

        Assert.Equal(5, await ExampleOf(host).EndAsync());
    }

    [Fact]
    public async Task A_person_is_exported_and_erased_and_a_tenant_is_purged()
    {
        await using var host = new ExampleHost(settings: Snippets.PersonalDataRequests.Settings());
        await host.InviteAsync(new("ana@example.com"));
        var example = new Snippets.PersonalDataRequests(host.Get<IPersonalData>(), host.Get<IRetention>(), host.Tenant);

        var lines = await Printed.LinesAsync(() => example.ExportAsync());
        Assert.Equal(["Pending: 2 entries, 1 messages"], lines);
        Assert.Equal(1, (await example.EraseAsync(new() { Email = "ana@example.com" })).Anonymized);
        host.Time.Advance(TimeSpan.FromDays(31));
        Assert.Equal(1, await example.RetainAsync());
        Assert.NotEqual(0, await example.PurgeAsync());
        Assert.Equal(0, await example.PurgeAsync());
    }

    private static Snippets.Bulk ExampleOf(ExampleHost host) =>
        new(host.Get<IBulkAdministration>(), host.Get<IRevocations>(), host.Tenant, host.Admin);
}
