using Invitations.Tests.Accepting.Fixture;
using Invitations.Tests.Secrets;

namespace Invitations.Tests.Codes;

public sealed class CodeListTests
{
    private static readonly Inviter Gina = Inviter.GroupAdmin("u-gina", ["design"], ["viewer"]);

    [Fact]
    public async Task The_code_list_has_everybody_with_an_open_invitation_and_a_code_oldest_first()
    {
        await using var site = new Site(configure: options => options.ChunkSize = 2);
        var people = new List<Guid>();
        for (var i = 0; i < 5; i++)
            people.Add(await site.InviteByCodeAsync($"P-{i}"));
        await site.InviteAsync("ana@example.com");
        await site.RevokeAsync(people[1]);
        await site.AcceptAsync(await site.CodeAsync(people[3]), Acceptor.User("u-3"));

        var list = await site.ShowCodesAsync();

        Assert.Equal([people[0], people[2], people[4]], list.Select(code => code.Invitation!.Id));
        Assert.Equal([1, 2, 3], list.Select(code => code.Row));
        Assert.Equal((await site.SecretsAsync(people[2])).Code, list[1].Secrets!.Code);
        Assert.Equal([people[0], people[2], people[4]], (await site.ListAsync(new()
        {
            Filter = new() { HasAccessCode = true, Statuses = [InvitationStatus.Pending] },
            Sort = InvitationSort.OldestFirst,
        })).Items.Select(invitation => invitation.Id));
    }

    [Fact]
    public async Task Each_code_that_is_shown_leaves_a_trace_and_those_that_are_not_leave_none()
    {
        await using var site = new Site();
        var viewer = await site.InviteAsync(new Invite { Identifier = "P-1", Groups = ["design"], Roles = ["viewer"] });
        var owner = await site.InviteAsync(new Invite { Identifier = "P-2", Groups = ["design"], Roles = ["owner"] });
        var elsewhere = await site.InviteAsync(new Invite { Identifier = "P-3", Groups = ["sales"] });

        var list = await site.ShowCodesAsync(actor: Gina);

        Assert.Equal([viewer, owner], list.Select(code => code.Invitation!.Id));
        Assert.NotNull(list[0].Secrets);
        Assert.Equal((null, "role.not_permitted"), (list[1].Secrets, Assert.Single(list[1].Errors).Code));
        Assert.Equal("u-gina", (await site.TrailAsync(viewer)).Single(entry => entry.Action is AuditAction.SecretShown).Actor);
        Assert.DoesNotContain(await site.TrailAsync(owner), entry => entry.Action is AuditAction.SecretShown);
        Assert.DoesNotContain(await site.TrailAsync(elsewhere), entry => entry.Action is AuditAction.SecretShown);
    }

    [Fact]
    public async Task A_batch_can_be_shown_by_itself()
    {
        await using var site = new Site();
        await site.InviteByCodeAsync();
        var made = await site.IssueCodesAsync(4);

        var list = await site.ShowCodesAsync(new() { BatchId = made[0].Invitation!.BatchId });

        Assert.Equal(made.Select(code => code.Secrets!.Code), list.Select(code => code.Secrets!.Code));
    }

    [Fact]
    public async Task Another_tenant_and_somebody_without_authority_see_no_codes()
    {
        await using var site = new Site();
        await site.InviteByCodeAsync();

        Assert.Empty(await site.ShowCodesAsync(tenant: Site.Globex));
        var refused = Assert.Single(await site.ShowCodesAsync(actor: new("x", null, new() { Level = InviterLevel.Guest })));
        Assert.Equal((0, "inviter.not_permitted", null), (refused.Row, Assert.Single(refused.Errors).Code, refused.Secrets));
        Assert.Equal("inviter.unknown", Assert.Single(Assert.Single(await site.ShowCodesAsync(actor: new("x"))).Errors).Code);
    }

    [Fact]
    public async Task A_code_whose_key_is_retired_is_a_line_that_says_so()
    {
        await using var site = new Site();
        await site.InviteByCodeAsync();
        site.Keys.Current = new(KnownKeys.Other);

        var line = Assert.Single(await site.ShowCodesAsync());

        Assert.Equal(("code.key_retired", null), (Assert.Single(line.Errors).Code, line.Secrets));
    }

    [Fact]
    public async Task A_page_of_the_list_costs_as_many_store_calls_whatever_its_size()
    {
        var tallies = new List<IReadOnlyList<string>>();
        foreach (var size in new[] { 2, 100 })
        {
            var calls = new CallCounter();
            await using var site = new Site(configure: options => options.ChunkSize = size + 1, services: calls.Watch);
            await site.IssueCodesAsync(size);
            calls.Reset();
            Assert.Equal(size, (await site.ShowCodesAsync()).Count);
            tallies.Add([.. calls.Calls]);
        }

        Assert.Equal(["IInvitationQueryStore.ListAsync", "IAuditStore.AppendAsync"], tallies[0]);
        Assert.Equal(tallies[0], tallies[1]);
    }

    [Fact]
    public async Task A_list_is_written_as_text_that_no_spreadsheet_calculates()
    {
        await using var site = new Site();
        var sent = await site.InviteAsync(new Invite { Identifier = "+1-2", FirstName = "=HYPERLINK(1)", LastName = "O\"Neill, jr" });
        await site.InviteAsync(new Invite { Identifier = "@x", Roles = ["owner"], FirstName = "-2", Groups = ["design"] });
        var secrets = await site.SecretsAsync(sent);
        var stored = await site.StoredAsync(sent);
        await using var file = new StringWriter();

        var written = await InvitationCodeFile.WriteCsvAsync((await site.ShowCodesAsync()).ToAsyncEnumerable(), file, TestContext.Current.CancellationToken);

        var lines = file.ToString().Split("\r\n");
        Assert.Equal(2, written);
        Assert.Equal("row,first_name,last_name,identifier_kind,identifier,code,link,expires_at,problem", lines[0]);
        Assert.Equal(
            $"1,'=HYPERLINK(1),\"O\"\"Neill, jr\",personnel_number,'+1-2,{secrets.Code},{secrets.Link.AbsoluteUri},{stored.ExpiresAt:yyyy-MM-dd'T'HH:mm:ss'Z'},",
            lines[1]);
        Assert.StartsWith("2,'-2,,personnel_number,'@x,", lines[2], StringComparison.Ordinal);
        Assert.Equal("", lines[3]);
    }

    [Fact]
    public async Task A_line_without_a_code_says_why_in_the_file_and_is_not_counted()
    {
        await using var site = new Site();
        await site.InviteAsync(new Invite { Identifier = "P-2", Groups = ["design"], Roles = ["owner"] });
        await using var file = new StringWriter();

        Assert.Equal(0, await InvitationCodeFile.WriteCsvAsync((await site.ShowCodesAsync(actor: Gina)).ToAsyncEnumerable(), file, TestContext.Current.CancellationToken));

        Assert.EndsWith(",role.not_permitted\r\n", file.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_shows_its_secret_to_nobody_by_itself()
    {
        await using var site = new Site();

        var code = Assert.Single(await site.IssueCodesAsync(1));

        Assert.Equal(("Row 1", nameof(RevealedSecrets)), (code.ToString(), code.Secrets!.ToString()));
        Assert.All(site.Logs.Lines, line => Assert.DoesNotContain(code.Secrets.Code!, line.Text, StringComparison.Ordinal));
    }
}
