namespace Invitations.Testing;

/// <summary>What goes into a store comes out of it: every field, to the microsecond and the last character.</summary>
/// <param name="fixture">The store under test.</param>
public abstract class InvitationRoundTripConformanceTests(StoreFixture fixture) : StoreConformanceTests(fixture)
{
    public static TheoryData<string> Texts { get; } =
    [
        "O'Brien \"x\" `y` \\ / ; -- {0} $1 @p0",
        "100% _under_ [a-z]* ?",
        "日本語 العربية עברית हिन्दी",
        "👩‍👩‍👧‍👦 🏳️‍🌈 𝒜𝓃𝒶",
        " leading, trailing and a tab\t",
        "line\nbreak\r\nbreak",
        "e\u0301 and \u00e9",
        "=1+1",
        "null",
    ];

    [Fact]
    public async Task Every_field_of_an_invitation_comes_back()
    {
        var invitation = SampleInvitations.Full(SampleInvitations.NewTenant());
        Assert.Empty(Fields.Unset(invitation));

        await AddAsync(invitation);

        Fields.AreEqual(invitation, await ReadAsync(invitation));
    }

    [Fact]
    public async Task Every_look_up_gives_the_whole_invitation()
    {
        var ended = SampleInvitations.Full(SampleInvitations.NewTenant());
        var open = SampleInvitations.Full(ended.Tenant) with { Status = InvitationStatus.Pending };
        await AddAsync(ended, open);
        await using var session = await OpenAsync();

        Fields.AreEqual(ended, await session.Invitations.FindByTokenAsync(ended.Id, Cancellation));
        Fields.AreEqual(ended, await session.Invitations.FindByCodeAsync(null, [ended.CodeLookup!], Cancellation));
        Fields.AreEqual(open, Assert.Single(await session.Invitations.FindOpenAsync(open.Tenant, [.. UniqueKey.Of(open)], Cancellation)));
        var listed = await session.Queries.ListAsync(
            new() { Tenant = ended.Tenant, Filter = new(), Now = SampleInvitations.Now, Sort = InvitationSort.NewestFirst, Take = 10 }, Cancellation);
        Fields.AreEqual(ended, listed.Single(invitation => invitation.Id == ended.Id));
    }

    [Fact]
    public async Task An_invitation_with_nothing_optional_comes_back()
    {
        var invitation = SampleInvitations.Pending(SampleInvitations.NewTenant()) with { Recipient = new(), IssuedAt = null, ExpiresAt = null, IssueCount = 0 };

        await AddAsync(invitation);

        Fields.AreEqual(invitation, await ReadAsync(invitation));
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Odd_texts_come_back(string text)
    {
        var invitation = SampleInvitations.Pending(SampleInvitations.NewTenant());
        invitation = invitation with
        {
            Profile = new() { FirstName = text, LastName = text, Department = text, Fields = Map(text) },
            Grant = new() { Groups = [text, "other"], Roles = [text] },
            Recipient = new() { Email = $"{text}@example.com", UserId = text },
            InvitedBy = text,
            InviterName = text,
            PersonalMessage = text,
            Metadata = Map(text),
        };

        await AddAsync(invitation);

        Fields.AreEqual(invitation, await ReadAsync(invitation));
        await using var session = await OpenAsync();
        Assert.Single(await session.Invitations.FindOpenAsync(invitation.Tenant, [new(UniqueKeyKind.User, text)], Cancellation));
    }

    [Fact]
    public async Task A_tenant_id_can_be_any_text_of_its_length()
    {
        var odd = new TenantId($"{Guid.NewGuid():N} ' % _ 日本 👩‍🚀".PadRight(TenantId.MaxLength, 'x'));
        var invitation = SampleInvitations.Pending(odd);

        await AddAsync(invitation);

        Fields.AreEqual(invitation, await ReadAsync(invitation));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(500)]
    [InlineData(2_000)]
    public async Task A_chunk_of_any_size_is_stored(int size)
    {
        var tenant = SampleInvitations.NewTenant();
        var chunk = Enumerable.Range(0, size).Select(_ => SampleInvitations.Pending(tenant)).ToList();
        await AddAsync(chunk);
        await using var session = await OpenAsync();

        var byId = await session.Invitations.FindAsync(tenant, [.. chunk.Select(invitation => invitation.Id)], Cancellation);
        var byKey = await session.Invitations.FindOpenAsync(tenant, [.. chunk.SelectMany(UniqueKey.Of)], Cancellation);

        Assert.Equal(size, byId.Count);
        Assert.Equal(size, byKey.Count);
    }

    private static Dictionary<string, string> Map(string text) => new(StringComparer.Ordinal) { [text] = text, ["empty"] = "" };
}
