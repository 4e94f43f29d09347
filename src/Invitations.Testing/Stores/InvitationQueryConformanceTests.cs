using Invitations.Stores;

namespace Invitations.Testing;

/// <summary>Which invitations a list has: filters, visibility and tenants.</summary>
/// <param name="fixture">The store under test.</param>
public abstract class InvitationQueryConformanceTests(StoreFixture fixture) : StoreConformanceTests(fixture)
{
    private readonly TenantId _tenant = SampleInvitations.NewTenant();

    [Fact]
    public async Task A_list_has_the_invitations_of_its_tenant_alone()
    {
        var mine = await HaveAsync();
        var other = new TenantId(_tenant.Value.ToUpperInvariant());
        await AddAsync(SampleInvitations.Pending(other));

        await ListsAsync(new(), mine);
        await using var session = await OpenAsync();
        Assert.Empty(await session.Queries.ListAsync(Query(new()) with { Tenant = SampleInvitations.NewTenant() }, Cancellation));
    }

    [Fact]
    public async Task A_list_has_no_more_rows_than_are_taken()
    {
        await HaveAsync();
        await HaveAsync();
        await using var session = await OpenAsync();

        Assert.Single(await session.Queries.ListAsync(Query(new()) with { Take = 1 }, Cancellation));
    }

    [Fact]
    public async Task Statuses_are_judged_by_the_clock()
    {
        var (past, present, future) = (SampleInvitations.Now.AddMicroseconds(-1), SampleInvitations.Now, SampleInvitations.Now.AddMicroseconds(1));
        var open = await HaveAsync(it => it with { ExpiresAt = future });
        var endless = await HaveAsync(it => it with { ExpiresAt = null });
        var expiring = await HaveAsync(it => it with { ExpiresAt = present });
        var waiting = await HaveAsync(it => it with { Status = InvitationStatus.AwaitingApproval, ExpiresAt = future });
        var waitedTooLong = await HaveAsync(it => it with { Status = InvitationStatus.AwaitingApproval, ExpiresAt = past });
        var draft = await HaveAsync(it => it with { Status = InvitationStatus.Draft, ExpiresAt = past });
        var swept = await HaveAsync(it => it with { Status = InvitationStatus.Expired, ExpiresAt = past });
        var accepted = await HaveAsync(it => it with { Status = InvitationStatus.Accepted, ExpiresAt = past });

        await ListsAsync(new() { Statuses = [InvitationStatus.Pending] }, open, endless);
        await ListsAsync(new() { Statuses = [InvitationStatus.Expired] }, expiring, waitedTooLong, swept);
        await ListsAsync(new() { Statuses = [InvitationStatus.AwaitingApproval] }, waiting);
        await ListsAsync(new() { Statuses = [InvitationStatus.Draft] }, draft);
        await ListsAsync(new() { Statuses = [InvitationStatus.Accepted, InvitationStatus.Draft, InvitationStatus.Declined] }, accepted, draft);
    }

    [Fact]
    public async Task The_inviter_is_compared_ordinally()
    {
        var mine = await HaveAsync(it => it with { InvitedBy = "Anna" });
        await HaveAsync(it => it with { InvitedBy = "anna" });
        await HaveAsync(it => it with { InvitedBy = "Anna " });

        await ListsAsync(new() { InvitedBy = "Anna" }, mine);
    }

    [Fact]
    public async Task A_group_is_found_among_the_groups_of_the_grant_and_not_inside_the_id_of_another()
    {
        var one = await HaveAsync(it => it with { Grant = new() { Groups = ["design"] } });
        var two = await HaveAsync(it => it with { Grant = new() { Groups = ["ops", "design", "x"] } });
        var odd = await HaveAsync(it => it with { Grant = new() { Groups = ["a\",\"b", "50%", "d_sign"] } });
        await HaveAsync(it => it with { Grant = new() { Groups = ["design2", "re-design", "Design"], Roles = ["design"] } });

        await ListsAsync(new() { Group = "design" }, one, two);
        await ListsAsync(new() { Group = "a\",\"b" }, odd);
        await ListsAsync(new() { Group = "d_sign" }, odd);
        await ListsAsync(new() { Group = "%" });
        await ListsAsync(new() { Group = "b" });
    }

    [Fact]
    public async Task Kind_and_batch_restrict_a_list()
    {
        var batch = Guid.NewGuid();
        var guest = await HaveAsync(it => it with { Grant = new() { Kind = GrantKind.Guest } });
        var member = await HaveAsync(it => it with { BatchId = batch, BatchRow = 1 });
        await HaveAsync(it => it with { BatchId = Guid.NewGuid(), BatchRow = 1, Grant = new() { Kind = GrantKind.Guest } });

        await ListsAsync(new() { BatchId = batch }, member);
        await ListsAsync(new() { BatchId = Guid.NewGuid() });
        await ListsAsync(new() { Kind = GrantKind.Member }, member);
        await ListsAsync(new() { Kind = GrantKind.Guest, InvitedBy = guest.InvitedBy, Statuses = [InvitationStatus.Revoked] });
    }

    [Fact]
    public async Task The_link_and_whether_there_is_a_code_restrict_a_list()
    {
        var link = Guid.NewGuid();
        var joined = await HaveAsync(it => it with { LinkId = link });
        var coded = await HaveAsync(it => it with { CodeLookup = SampleInvitations.NewText("code"), CodeLength = 10 });
        var other = await HaveAsync(it => it with { LinkId = Guid.NewGuid() });

        await ListsAsync(new() { LinkId = link }, joined);
        await ListsAsync(new() { LinkId = Guid.NewGuid() });
        await ListsAsync(new() { HasAccessCode = true }, coded);
        await ListsAsync(new() { HasAccessCode = false }, joined, other);
        await ListsAsync(new() { HasAccessCode = true, LinkId = link });
    }

    [Fact]
    public async Task Everything_that_is_set_must_hold()
    {
        var batch = Guid.NewGuid();
        Invitation Matching(Invitation it) => it with
        {
            BatchId = batch,
            InvitedBy = "user-5",
            Grant = new() { Kind = GrantKind.Guest, Groups = ["design"] },
            Profile = new() { LastName = "Peeters" },
        };
        var all = await HaveAsync(Matching);
        await HaveAsync(it => Matching(it) with { BatchId = null });
        await HaveAsync(it => Matching(it) with { InvitedBy = "user-6" });
        await HaveAsync(it => Matching(it) with { Grant = new() { Kind = GrantKind.Member, Groups = ["design"] } });
        await HaveAsync(it => Matching(it) with { Grant = new() { Kind = GrantKind.Guest, Groups = ["ops"] } });
        await HaveAsync(it => Matching(it) with { Profile = new() { LastName = "Janssens" } });
        await HaveAsync(it => Matching(it) with { Status = InvitationStatus.Revoked });

        await ListsAsync(
            new()
            {
                BatchId = batch,
                InvitedBy = "user-5",
                Kind = GrantKind.Guest,
                Group = "design",
                Search = "peet",
                Statuses = [InvitationStatus.Pending, InvitationStatus.Accepted],
            },
            all);
    }

    [Fact]
    public async Task A_viewer_sees_what_they_invited_and_what_leads_into_their_groups()
    {
        var own = await HaveAsync(it => it with { InvitedBy = "viewer", Grant = new() { Groups = ["other"] } });
        var intoGroup = await HaveAsync(it => it with { Grant = new() { Groups = ["other", "team-1"] } });
        await HaveAsync(it => it with { Grant = new() { Groups = ["other"] } });
        await HaveAsync(it => it with { Grant = new() { Groups = ["team-10", "Team-1"] } });
        await HaveAsync(it => it with { InvitedBy = "Viewer" });

        await ListsAsync(new(), new InvitationVisibility("viewer", ["team-1", "team-2"]), own, intoGroup);
        await ListsAsync(new(), new InvitationVisibility("viewer", []), own);
        await ListsAsync(new(), new InvitationVisibility("nobody", []));
        await ListsAsync(new() { Group = "other" }, new InvitationVisibility("viewer", ["team-1"]), own, intoGroup);
        await ListsAsync(new() { InvitedBy = "user-1" }, new InvitationVisibility("viewer", ["team-1"]), intoGroup);
    }

    [Fact]
    public async Task A_list_shows_the_present_state_of_what_was_changed()
    {
        var invitation = await HaveAsync();
        await using var session = await OpenAsync();
        await session.Invitations.ChangeAsync([SampleInvitations.Acceptance(invitation)], Cancellation);

        var listed = Assert.Single(await session.Queries.ListAsync(Query(new()), Cancellation));

        Assert.Equal(InvitationStatus.Accepted, listed.Status);
        await ListsAsync(new() { Statuses = [InvitationStatus.Pending] });
    }

    private async Task<Invitation> HaveAsync(Func<Invitation, Invitation>? vary = null)
    {
        var invitation = SampleInvitations.Pending(_tenant);
        invitation = vary?.Invoke(invitation) ?? invitation;
        await AddAsync(invitation);
        return invitation;
    }

    private Task ListsAsync(InvitationFilter filter, params Invitation[] expected) => ListsAsync(filter, null, expected);

    private async Task ListsAsync(InvitationFilter filter, InvitationVisibility? visibility, params Invitation[] expected)
    {
        await using var session = await OpenAsync();
        foreach (var sort in Enum.GetValues<InvitationSort>())
        {
            var listed = await session.Queries.ListAsync(Query(filter) with { Sort = sort, Visibility = visibility }, Cancellation);
            Assert.Equal(expected.Select(invitation => invitation.Id).Order(), listed.Select(invitation => invitation.Id).Order());
        }
    }

    private InvitationStoreQuery Query(InvitationFilter filter) => new()
    {
        Tenant = _tenant,
        Filter = filter,
        Now = SampleInvitations.Now,
        Sort = InvitationSort.NewestFirst,
        Take = 100,
    };
}
