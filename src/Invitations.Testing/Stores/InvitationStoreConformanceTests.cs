namespace Invitations.Testing;

/// <summary>Adding and finding invitations: whom a look-up finds, and which keys only one open invitation of a tenant can hold.</summary>
/// <param name="fixture">The store under test.</param>
public abstract class InvitationStoreConformanceTests(StoreFixture fixture) : StoreConformanceTests(fixture)
{
    public static TheoryData<UniqueKeyKind> Kinds { get; } = [.. Enum.GetValues<UniqueKeyKind>()];

    /// <summary>Two texts each that look alike, or that some comparison takes for the same.</summary>
    public static TheoryData<string, string> Pairs { get; } = new()
    {
        { "Ana@example.com", "ana@example.com" },
        { "stra\u00dfe", "strasse" },
        { "r\u00e9sum\u00e9", "resume" },
        { "caf\u00e9", "cafe\u0301" },
        { "\u212a", "k" },
        { "I", "\u0131" },
        { "x", "x " },
        { "ab", "a\u00adb" },
        { "\ud83d\ude00", "\ud83d\ude01" },
    };

    [Fact]
    public async Task Invitations_are_found_by_id()
    {
        var tenant = SampleInvitations.NewTenant();
        var (first, second, third) = (SampleInvitations.Pending(tenant), SampleInvitations.Pending(tenant), SampleInvitations.Pending(tenant));
        await AddAsync(first, second, third);
        await using var session = await OpenAsync();

        var found = await session.Invitations.FindAsync(tenant, [third.Id, first.Id, first.Id, Guid.NewGuid()], Cancellation);

        Assert.Equal(Ids(first, third), Ids([.. found]));
        Assert.Empty(await session.Invitations.FindAsync(tenant, [], Cancellation));
    }

    [Fact]
    public async Task An_invitation_of_another_tenant_is_not_found()
    {
        var (tenant, other) = (SampleInvitations.NewTenant(), SampleInvitations.NewTenant());
        var invitation = SampleInvitations.Pending(tenant) with { CodeLookup = SampleInvitations.NewText("code"), CodeLength = 10 };
        await AddAsync(invitation);
        await using var session = await OpenAsync();

        Assert.Empty(await session.Invitations.FindAsync(other, [invitation.Id], Cancellation));
        Assert.Null(await session.Invitations.FindByCodeAsync(other, [invitation.CodeLookup], Cancellation));
        Assert.Empty(await session.Invitations.FindOpenAsync(other, [.. UniqueKey.Of(invitation)], Cancellation));
        Assert.Equal(invitation.Id, (await session.Invitations.FindByCodeAsync(tenant, [invitation.CodeLookup], Cancellation))?.Id);
    }

    [Fact]
    public async Task Tenants_that_differ_in_case_alone_are_two()
    {
        var lower = SampleInvitations.NewTenant();
        var upper = new TenantId(lower.Value.ToUpperInvariant());
        var invitation = SampleInvitations.Pending(lower);
        await AddAsync(invitation);

        await AddAsync(SampleInvitations.Pending(upper, invitation.Recipient.Email));

        await using var session = await OpenAsync();
        Assert.Empty(await session.Invitations.FindAsync(upper, [invitation.Id], Cancellation));
    }

    [Fact]
    public async Task A_token_finds_its_invitation_whatever_the_tenant_and_status()
    {
        var pending = SampleInvitations.Pending(SampleInvitations.NewTenant());
        var revoked = SampleInvitations.Pending(SampleInvitations.NewTenant()) with { Status = InvitationStatus.Revoked };
        await AddAsync(pending);
        await AddAsync(revoked);
        await using var session = await OpenAsync();

        Assert.Equal(pending.Id, (await session.Invitations.FindByTokenAsync(pending.Id, Cancellation))?.Id);
        Assert.Equal(revoked.Id, (await session.Invitations.FindByTokenAsync(revoked.Id, Cancellation))?.Id);
        Assert.Null(await session.Invitations.FindByTokenAsync(Guid.NewGuid(), Cancellation));
    }

    [Fact]
    public async Task A_code_is_found_by_any_of_its_hashes_and_across_tenants_where_none_is_named()
    {
        var invitation = SampleInvitations.Pending(SampleInvitations.NewTenant()) with { CodeLookup = SampleInvitations.NewText("code"), CodeLength = 13 };
        await AddAsync(invitation);
        await using var session = await OpenAsync();

        Assert.Equal(invitation.Id, (await session.Invitations.FindByCodeAsync(null, ["other", invitation.CodeLookup], Cancellation))?.Id);
        Assert.Null(await session.Invitations.FindByCodeAsync(null, [invitation.CodeLookup.ToUpperInvariant()], Cancellation));
        Assert.Null(await session.Invitations.FindByCodeAsync(null, [], Cancellation));
    }

    [Fact]
    public async Task The_open_invitation_comes_first_where_ended_ones_have_the_same_code()
    {
        var tenant = SampleInvitations.NewTenant();
        var code = SampleInvitations.NewText("code");
        var declined = SampleInvitations.Pending(tenant) with { CodeLookup = code, CodeLength = 10, Status = InvitationStatus.Declined };
        await AddAsync(declined);
        await using var session = await OpenAsync();
        Assert.Equal(declined.Id, (await session.Invitations.FindByCodeAsync(tenant, [code], Cancellation))?.Id);

        var open = SampleInvitations.Pending(tenant) with { CodeLookup = code, CodeLength = 10 };
        var accepted = SampleInvitations.Pending(tenant) with { CodeLookup = code, CodeLength = 10, Status = InvitationStatus.Accepted };
        await AddAsync(open, accepted);

        Assert.Equal(open.Id, (await session.Invitations.FindByCodeAsync(tenant, [code], Cancellation))?.Id);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task An_open_invitation_holds_its_key_within_its_tenant(UniqueKeyKind kind)
    {
        var (tenant, other) = (SampleInvitations.NewTenant(), SampleInvitations.NewTenant());
        var value = SampleInvitations.NewText("VALUE");
        var holder = WithKey(tenant, kind, value);
        await AddAsync(holder);
        await using var session = await OpenAsync();

        var second = WithKey(tenant, kind, value);
        var conflicts = await session.Invitations.AddAsync([SampleInvitations.Pending(tenant), second], Cancellation);

        Assert.Equal(new(1, kind), Assert.Single(conflicts));
        Assert.Null(await ReadAsync(second));
        Assert.Empty(await session.Invitations.AddAsync([WithKey(other, kind, value)], Cancellation));
        var key = UniqueKey.Of(holder).Single(key => key.Kind == kind);
        Assert.Equal(Ids(holder), Ids([.. await session.Invitations.FindOpenAsync(tenant, [key], Cancellation)]));
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task Keys_are_compared_ordinally(string text, string alike)
    {
        var tenant = SampleInvitations.NewTenant();
        var (first, second) = (WithKey(tenant, UniqueKeyKind.User, text), WithKey(tenant, UniqueKeyKind.User, alike));

        await AddAsync(first, second);

        await using var session = await OpenAsync();
        Assert.Equal(Ids(first), Ids([.. await session.Invitations.FindOpenAsync(tenant, [new(UniqueKeyKind.User, text)], Cancellation)]));
        Assert.Equal(Ids(second), Ids([.. await session.Invitations.FindOpenAsync(tenant, [new(UniqueKeyKind.User, alike)], Cancellation)]));
    }

    [Theory]
    [InlineData(InvitationStatus.Draft, true)]
    [InlineData(InvitationStatus.AwaitingApproval, true)]
    [InlineData(InvitationStatus.Pending, true)]
    [InlineData(InvitationStatus.Accepted, false)]
    [InlineData(InvitationStatus.Declined, false)]
    [InlineData(InvitationStatus.Revoked, false)]
    [InlineData(InvitationStatus.Expired, false)]
    public async Task Only_an_open_invitation_holds_its_keys(InvitationStatus status, bool isHeld)
    {
        var tenant = SampleInvitations.NewTenant();
        var invitation = SampleInvitations.Pending(tenant) with { Status = status, ExpiresAt = SampleInvitations.Now.AddYears(-1) };
        await AddAsync(invitation);
        await using var session = await OpenAsync();

        var open = await session.Invitations.FindOpenAsync(tenant, [.. UniqueKey.Of(invitation)], Cancellation);
        var conflicts = await session.Invitations.AddAsync([SampleInvitations.Pending(tenant, invitation.Recipient.Email)], Cancellation);

        Assert.Equal(isHeld ? 1 : 0, open.Count);
        Assert.Equal(isHeld ? 1 : 0, conflicts.Count);
    }

    [Fact]
    public async Task An_ended_invitation_is_added_beside_an_open_one_with_the_same_keys()
    {
        var open = SampleInvitations.Pending(SampleInvitations.NewTenant());
        await AddAsync(open);

        await AddAsync(
            SampleInvitations.Pending(open.Tenant, open.Recipient.Email) with { Status = InvitationStatus.Revoked },
            SampleInvitations.Pending(open.Tenant, open.Recipient.Email) with { Status = InvitationStatus.Accepted });
    }

    [Fact]
    public async Task A_conflict_names_the_first_key_that_is_held_and_leaves_the_others_of_the_chunk_in()
    {
        var tenant = SampleInvitations.NewTenant();
        var holder = SampleInvitations.Pending(tenant) with { Profile = new() { EmployeeId = SampleInvitations.NewText("E") } };
        await AddAsync(holder);
        var chunk = Enumerable.Range(0, 10).Select(_ => SampleInvitations.Pending(tenant)).ToList();
        chunk[3] = chunk[3] with { Recipient = holder.Recipient, Profile = holder.Profile };
        chunk[8] = chunk[8] with { Profile = holder.Profile };
        await using var session = await OpenAsync();

        var conflicts = await session.Invitations.AddAsync(chunk, Cancellation);

        Assert.Equal([new(3, UniqueKeyKind.Email), new(8, UniqueKeyKind.EmployeeId)], conflicts);
        var stored = await session.Invitations.FindAsync(tenant, [.. chunk.Select(invitation => invitation.Id)], Cancellation);
        Assert.Equal(8, stored.Count);
    }

    [Fact]
    public async Task Open_invitations_are_found_once_however_many_of_their_keys_are_asked_for()
    {
        var tenant = SampleInvitations.NewTenant();
        var both = SampleInvitations.Pending(tenant) with { Profile = new() { EmployeeId = SampleInvitations.NewText("e") } };
        var one = SampleInvitations.Pending(tenant);
        await AddAsync(both, one, SampleInvitations.Pending(tenant));
        await using var session = await OpenAsync();

        var found = await session.Invitations.FindOpenAsync(
            tenant, [.. UniqueKey.Of(both), .. UniqueKey.Of(one), new(UniqueKeyKind.Email, "nobody@example.com")], Cancellation);

        Assert.Equal(Ids(both, one), Ids([.. found]));
        Assert.Empty(await session.Invitations.FindOpenAsync(tenant, [], Cancellation));
    }

    [Fact]
    public async Task An_id_that_exists_in_another_tenant_overwrites_nothing()
    {
        var invitation = SampleInvitations.Pending(SampleInvitations.NewTenant());
        await AddAsync(invitation);
        var thief = SampleInvitations.Pending(SampleInvitations.NewTenant()) with { Id = invitation.Id };

        await using (var session = await OpenAsync())
            await Assert.ThrowsAnyAsync<Exception>(() => session.Invitations.AddAsync([thief], Cancellation));

        Assert.Null(await ReadAsync(thief));
        Fields.AreEqual(invitation, await ReadAsync(invitation));
    }

    private static IEnumerable<Guid> Ids(params IReadOnlyList<Invitation> invitations) => invitations.Select(invitation => invitation.Id).Order();

    private static Invitation WithKey(TenantId tenant, UniqueKeyKind kind, string value)
    {
        var invitation = SampleInvitations.Pending(tenant);
        return kind switch
        {
            UniqueKeyKind.Email => invitation with { Recipient = new() { Email = value } },
            UniqueKeyKind.Phone => invitation with { Recipient = new() { Phone = value } },
            UniqueKeyKind.User => invitation with { Recipient = new() { UserId = value } },
            UniqueKeyKind.Identifier => invitation with
            {
                Recipient = new() { Identifier = SampleInvitations.Identifier(IdentifierKinds.PersonnelNumber, value) },
            },
            UniqueKeyKind.EmployeeId => invitation with { Profile = new() { EmployeeId = value } },
            _ => invitation with { CodeLookup = value, CodeLength = 10 },
        };
    }
}
