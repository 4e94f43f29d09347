using Invitations.Stores;
using Invitations.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Tests.Retention;

public sealed class PersonalDataTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly PersonQuery Ana = new() { Email = "Ana@Example.com" };

    [Fact]
    public async Task Everything_about_a_person_is_handed_out_with_its_trail_and_messages_and_that_is_written_down()
    {
        using var host = new TestHost();
        await host.InviteAsync(new Invite("ana@example.com") { FirstName = "Ana" });
        await host.RunAsync<IRevocations, int>(it => it.RevokeForTenantAsync(TestHost.Acme, "test", Cancel));
        host.Clock.Advance(TimeSpan.FromDays(1));
        await host.InviteAsync(new Invite("ana@example.com") { Phone = "+32470123456" });
        await host.InviteAsync(new Invite("ben@example.com"));
        await host.InviteAsync(new Invite("ana@example.com"), tenant: "globex");

        var export = await RunAsync(host, it => it.ExportAsync(TestHost.Acme, Ana with { Phone = "+32 470 12 34 56" }, "dpo-1", Cancel));

        Assert.Equal([InvitationStatus.Revoked, InvitationStatus.Pending], export.Invitations.Select(it => it.Invitation.Status));
        Assert.Equal("Ana", export.Invitations[0].Invitation.Profile.FirstName);
        Assert.Equal([AuditAction.Created, AuditAction.Revoked, AuditAction.Exported], export.Invitations[0].Entries.Select(entry => entry.Action));
        Assert.Equal([1, 2], export.Invitations.Select(it => it.Deliveries.Count));
        Assert.All(export.Invitations, it => Assert.Equal(("dpo-1", 0), (it.Entries[^1].Actor, it.Entries[^1].Details.Count)));
    }

    [Fact]
    public async Task An_erased_person_is_in_no_row_and_can_be_invited_again()
    {
        using var host = new TestHost();
        await host.InviteAsync(new Invite("ana@example.com"));
        await host.RunAsync<IRevocations, int>(it => it.RevokeForTenantAsync(TestHost.Acme, "test", Cancel));
        var open = await host.InviteAsync(new Invite("ana@example.com") { FirstName = "Ana", LastName = "Lopez" });
        await host.InviteAsync(new Invite("ana@example.com"), tenant: "globex");

        var erasure = await RunAsync(host, it => it.EraseAsync(TestHost.Acme, Ana, "dpo-1", Cancel));

        Assert.Equal((1, 2), (erasure.Revoked, erasure.Anonymized));
        var content = await host.ReadAsync();
        Assert.All(content.Invitations, it => Assert.True(it is { AnonymizedAt: not null, Recipient.IsAnyone: true, Status: InvitationStatus.Revoked }));
        Assert.All(content.Deliveries, it => Assert.Equal(DeliveryStatus.Cancelled, it.Status));
        Assert.Equal(
            [AuditAction.Created, AuditAction.Revoked, AuditAction.Anonymized], content.AuditOf(open.InvitationId).Select(entry => entry.Action));
        Assert.DoesNotContain(content.Audit, entry => entry.Details.Values.Any(value => value.Contains("ana", StringComparison.OrdinalIgnoreCase)));
        Assert.Empty((await RunAsync(host, it => it.ExportAsync(TestHost.Acme, Ana, "dpo-1", Cancel))).Invitations);
        Assert.Single((await host.ReadAsync("globex")).Open);
        Assert.True((await host.InviteAsync(new Invite("ana@example.com"))).Succeeded);
        Assert.Equal([InvitationEventKind.Revoked, InvitationEventKind.Anonymized], host.Events.All.Where(it => it.Invitation.Id == open.InvitationId).Select(it => it.Kind).Where(it => it is InvitationEventKind.Revoked or InvitationEventKind.Anonymized));
    }

    [Fact]
    public async Task Who_is_invited_again_while_being_erased_is_erased_too()
    {
        using var host = new TestHost();
        await host.InviteAsync(new Invite("ana@example.com"));
        var interferes = true;
        host.Calls.Before = async call =>
        {
            if (call.Name == "Sets.Anonymize" && interferes)
            {
                interferes = false;
                await host.InviteAsync(new Invite("ana@example.com"));
            }
        };

        var erasure = await RunAsync(host, it => it.EraseAsync(TestHost.Acme, Ana, "dpo-1", Cancel));

        Assert.Equal((2, 2), (erasure.Revoked, erasure.Anonymized));
    }

    [Fact]
    public async Task A_person_without_an_address_is_found_by_identifier_and_by_birthday()
    {
        using var host = new TestHost();
        await host.InviteAsync(new Invite { Identifier = "P-1042" });
        await host.InviteAsync(new Invite { Identifier = "1990-05-06", IdentifierKind = IdentifierKinds.Birthday });

        Assert.Single((await RunAsync(host, it => it.ExportAsync(TestHost.Acme, new() { Identifier = "p-1042" }, "dpo", Cancel))).Invitations);
        Assert.Single((await RunAsync(host, it => it.ExportAsync(
            TestHost.Acme, new() { Identifier = "1990-05-06", IdentifierKind = IdentifierKinds.Birthday }, "dpo", Cancel))).Invitations);
    }

    [Fact]
    public async Task What_cannot_be_read_is_an_error_and_finds_nobody()
    {
        using var host = new TestHost();
        await host.InviteAsync(new Invite { Anyone = true });

        Assert.Equal("recipient.missing", Assert.Single((await RunAsync(host, it => it.EraseAsync(TestHost.Acme, new(), "dpo", Cancel))).Errors).Code);
        Assert.Equal("email.invalid", Assert.Single((await RunAsync(host, it => it.ExportAsync(TestHost.Acme, new() { Email = "x" }, "dpo", Cancel))).Errors).Code);
        Assert.Single((await host.ReadAsync()).Open);
    }

    [Fact]
    public async Task A_purged_tenant_has_nothing_left_and_its_old_links_and_codes_open_nothing_when_it_is_made_again()
    {
        using var host = new TestHost(wire: builder => builder.Services.Configure<MaintenanceOptions>(o => o.BatchSize = 3));
        var invited = await host.InviteAsync(People.Person(1), new() { IdempotencyKey = "import" });
        var coded = await host.InviteAsync(new Invite { Identifier = "P-1" });
        await host.InviteAsync(People.Of(5, from: 2), tenant: "globex");
        var (token, code) = (await SecretsAsync(host, invited), await SecretsAsync(host, coded));

        Assert.True(await RunAsync(host, it => it.PurgeTenantAsync(TestHost.Acme, null, Cancel)) >= 6);

        Assert.Equal(0, await RunAsync(host, it => it.PurgeTenantAsync(TestHost.Acme, null, Cancel)));
        await host.InviteAsync(People.Person(1), new() { IdempotencyKey = "import" });
        await host.InviteAsync(new Invite { Identifier = "P-1" });
        Assert.False((await host.RunAsync<IInvitationAcceptance, PreviewResult>(it => it.PreviewAsync(token.Token, Cancel))).Succeeded);
        Assert.False((await host.RunAsync<IInvitationAcceptance, PreviewResult>(it => it.PreviewAsync(code.Token, Cancel))).Succeeded);
        Assert.NotEqual(code.Code, (await SecretsAsync(host, (await host.ReadAsync()).Invitations[^1].Id)).Code);
        await using var scope = host.Scope();
        Assert.Empty(await scope.ServiceProvider.GetRequiredService<IAuditStore>().ListAsync(TestHost.Acme, invited.InvitationId, Cancel));
        Assert.Equal(5, (await host.ReadAsync("globex")).Open.Count());
    }

    private static Task<T> RunAsync<T>(TestHost host, Func<IPersonalData, Task<T>> work) => host.RunAsync(work);

    private static Task<RevealedSecrets> SecretsAsync(TestHost host, InviteResult invited) => SecretsAsync(host, invited.InvitationId!.Value);

    private static async Task<RevealedSecrets> SecretsAsync(TestHost host, Guid id) =>
        (await host.RunAsync<IInvitationAdministration, ShowSecretResult>(it => it.ShowSecretAsync(TestHost.Acme, id, TestHost.Admin, Cancel))).Secrets!;
}
