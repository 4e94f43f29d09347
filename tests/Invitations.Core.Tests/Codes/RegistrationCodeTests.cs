using Invitations.Tests.Accepting.Fixture;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Tests.Codes;

public sealed class RegistrationCodeTests
{
    private static readonly Action<InvitationOptions> SmallChunks = options => options.ChunkSize = 10;

    [Fact]
    public async Task Any_number_of_codes_is_made_in_one_call_each_unique_and_each_for_one_person()
    {
        await using var site = new Site(configure: SmallChunks);
        site.Tenants[Site.Acme] = Site.Settings with { BatchSize = 5_000 };

        var codes = await site.IssueCodesAsync(1_234, new() { Groups = ["design"], Roles = ["viewer"] });

        Assert.Equal(Enumerable.Range(1, 1_234), codes.Select(code => code.Row));
        Assert.All(codes, code => Assert.Empty(code.Errors));
        Assert.Equal(1_234, codes.Select(code => code.Secrets!.Code).Distinct().Count());
        var batch = Assert.Single(codes.Select(code => code.Invitation!.BatchId).Distinct());
        Assert.NotNull(batch);

        var secret = InvitationSecret.FromCode(Site.Acme, codes[700].Secrets!.Code, "caller");
        var joined = await site.AcceptAsync(secret, Acceptor.User("u-ana"));
        Assert.Equal(("design", "viewer"), (joined.Acceptance!.Grant.Groups.Single(), joined.Acceptance.Grant.Roles.Single()));
        Refused.With("invitation.already_accepted", await site.AcceptAsync(secret, Acceptor.User("u-ben")));
        Assert.True((await site.AcceptAsync(codes[0].Secrets!.Token, Acceptor.User("u-ben"))).Succeeded);
    }

    [Fact]
    public async Task All_codes_of_a_call_are_revoked_as_a_set_and_no_others()
    {
        await using var site = new Site(configure: SmallChunks);
        var (lost, kept) = (await site.IssueCodesAsync(25), await site.IssueCodesAsync(2));

        var result = await site.AskAsync<IBulkAdministration, BulkChangeResult>((service, token) =>
            service.RevokeAsync(Site.Acme, new() { BatchId = lost[0].Invitation!.BatchId }, Site.Admin, null, token));

        Assert.Equal(25, result.Counts.Done);
        Refused.With("invitation.revoked", await site.AcceptAsync(lost[13].Secrets!.Token, Acceptor.User("u-ana")));
        Assert.True((await site.AcceptAsync(kept[0].Secrets!.Token, Acceptor.User("u-ana"))).Succeeded);
    }

    [Fact]
    public async Task Codes_come_chunk_by_chunk_as_they_are_committed_and_not_further()
    {
        await using var site = new Site(configure: SmallChunks);
        await using var scope = site.Provider.CreateAsyncScope();
        var codes = scope.ServiceProvider.GetRequiredService<IInvitationCodes>()
            .IssueAsync(Site.Acme, 100, Site.Admin, cancellationToken: TestContext.Current.CancellationToken);

        await foreach (var code in codes)
        {
            Assert.True((await site.PreviewAsync(code.Secrets!.Token)).Succeeded);
            if (code.Row == 15)
                break;
        }

        Assert.Equal(20, (await site.ListAsync(new() { PageSize = 500 })).Items.Count);
    }

    [Fact]
    public async Task A_chunk_costs_as_many_store_calls_whatever_its_size()
    {
        var tallies = new List<IReadOnlyList<string>>();
        foreach (var size in new[] { 2, 200 })
        {
            var calls = new CallCounter();
            await using var site = new Site(configure: options => options.ChunkSize = size, services: calls.Watch);
            await site.IssueCodesAsync(size);
            tallies.Add([.. calls.Calls]);
        }

        Assert.Equal(tallies[0], tallies[1]);
        Assert.Single(tallies[0], call => call == "IInvitationStore.AddAsync");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(501)]
    [InlineData(int.MaxValue)]
    public async Task A_number_that_is_not_allowed_makes_none_and_says_why_in_one_line(int count)
    {
        await using var site = new Site();

        var line = Assert.Single(await site.IssueCodesAsync(count));

        Assert.Equal((0, count < 1 ? "batch.empty" : "batch.too_large"), (line.Row, Assert.Single(line.Errors).Code));
        Assert.Empty((await site.ListAsync()).Items);
    }

    [Fact]
    public async Task Who_may_not_grant_it_makes_no_codes_of_it()
    {
        await using var site = new Site();

        var codes = await site.IssueCodesAsync(3, new() { Roles = ["owner"], Groups = ["design"] }, Inviter.GroupAdmin("u-gina", ["design"], ["viewer"]));

        Assert.Equal(3, codes.Count);
        Assert.All(codes, code => Assert.Equal(("role.not_permitted", null, null), (Assert.Single(code.Errors).Code, code.Secrets, code.Invitation)));
        Assert.Empty((await site.ListAsync()).Items);
    }

    [Fact]
    public async Task The_trail_says_who_got_each_code()
    {
        await using var site = new Site();

        var codes = await site.IssueCodesAsync(3);

        foreach (var code in codes)
            Assert.Equal([(AuditAction.Created, "u-admin"), (AuditAction.SecretShown, "u-admin")], (await site.TrailAsync(code.Invitation!.Id)).Select(entry => (entry.Action, entry.Actor)));
    }

    [Fact]
    public async Task The_same_call_under_a_key_gives_the_same_codes_as_far_as_they_are_open()
    {
        await using var site = new Site(configure: SmallChunks);
        var options = new InviteOptions { IdempotencyKey = "order-7" };
        var first = await site.IssueCodesAsync(25, options);
        await site.AcceptAsync(first[3].Secrets!.Token, Acceptor.User("u-ana"));

        var again = await site.IssueCodesAsync(25, options);

        Assert.Equal(first.Select(code => code.Invitation!.Id), again.Select(code => code.Invitation!.Id));
        Assert.Equal(24, again.Count(code => first[code.Row - 1].Secrets!.Code == code.Secrets?.Code));
        Assert.Equal("invitation.already_accepted", Assert.Single(again[3].Errors).Code);
        Assert.Equal(25, (await site.ListAsync(new() { PageSize = 500 })).Items.Count);
    }

    [Fact]
    public async Task A_dry_run_makes_no_codes()
    {
        await using var site = new Site();

        var codes = await site.IssueCodesAsync(3, new() { DryRun = true });

        Assert.All(codes, code => Assert.Equal((null, 0), (code.Secrets, code.Errors.Count)));
        Assert.Empty((await site.ListAsync()).Items);
    }

    [Fact]
    public async Task What_the_tenant_requires_of_a_person_is_not_asked_of_a_code_but_of_whoever_uses_it()
    {
        await using var site = new Site();
        site.Tenants[Site.Acme] = Site.Settings with { Fields = [new() { Key = "shift", Label = "Shift", IsRequired = true }] };

        var code = Assert.Single(await site.IssueCodesAsync(1));

        Refused.With("value.missing", await site.AcceptAsync(code.Secrets!.Token, Acceptor.User("u-ana")));
        var profile = new Profile { Fields = new Dictionary<string, string> { ["shift"] = "late" } };
        Assert.True((await site.AcceptAsync(code.Secrets.Token, Acceptor.User("u-ana"), profile)).Succeeded);
    }
}
