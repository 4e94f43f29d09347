namespace Invitations.Testing;

/// <summary>Searching in lists: where a text is looked for, and that it is taken literally.</summary>
/// <param name="fixture">The store under test.</param>
public abstract class InvitationSearchConformanceTests(StoreFixture fixture) : StoreConformanceTests(fixture)
{
    private readonly TenantId _tenant = SampleInvitations.NewTenant();

    [Theory]
    [InlineData("ada.l@ex")]
    [InlineData("ADA.L@EXAMPLE.com")]
    [InlineData("+32470")]
    [InlineData("AB 12")]
    [InlineData("ab 1")]
    [InlineData("augusta")]
    [InlineData("LOVE")]
    [InlineData("Augusta Lovelace")]
    [InlineData("ta lov")]
    [InlineData("e-77")]
    [InlineData("E-77")]
    public async Task A_text_is_found_in_addresses_identifier_names_and_employee_id(string search)
    {
        await AddAsync(Ada(), SampleInvitations.Pending(_tenant, "other@example.org"));

        Assert.Equal(["ada.l@example.com"], await SearchAsync(search));
    }

    [Theory]
    [InlineData("analytical")]
    [InlineData("lovelace augusta")]
    [InlineData("secret")]
    [InlineData("augusta  lovelace")]
    [InlineData("ada.l@example.comx")]
    public async Task A_text_is_found_nowhere_else(string search)
    {
        await AddAsync(Ada());

        Assert.Empty(await SearchAsync(search));
    }

    [Theory]
    [InlineData("50%", "50% off", "500 off")]
    [InlineData("%", "a%b", "ab")]
    [InlineData("a_b", "a_b", "axb")]
    [InlineData("a\\b", "a\\b", "ab")]
    [InlineData("\\", "x\\", "x")]
    [InlineData("[ab]", "[ab]", "a")]
    [InlineData("a*b", "a*b", "axxb")]
    [InlineData("a?b", "a?b", "axb")]
    [InlineData("^a", "^a", "a")]
    [InlineData("O'Brien", "Mc O'Brien", "OBrien")]
    [InlineData("\"x\"", "say \"x\"", "say x")]
    [InlineData("' OR 1=1 --", "' or 1=1 --", "x")]
    [InlineData("日本", "大日本語", "日")]
    [InlineData("😀", "a😀b", "a😁b")]
    [InlineData("ä", "bär", "bar")]
    public async Task No_character_is_a_wildcard(string search, string containing, string other)
    {
        await AddAsync(
            SampleInvitations.Pending(_tenant, "yes@host") with { Profile = new() { LastName = containing } },
            SampleInvitations.Pending(_tenant, "no@host") with { Profile = new() { LastName = other } });

        Assert.Equal(["yes@host"], await SearchAsync(search));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task Nothing_to_search_for_restricts_nothing(string? search)
    {
        await AddAsync(SampleInvitations.Pending(_tenant, "a@host"), SampleInvitations.Pending(_tenant) with { Recipient = new() });

        Assert.Equal(2, (await SearchAsync(search)).Count);
    }

    [Fact]
    public async Task One_name_alone_is_searched_too()
    {
        await AddAsync(
            SampleInvitations.Pending(_tenant, "first@host") with { Profile = new() { FirstName = "Grace" } },
            SampleInvitations.Pending(_tenant, "last@host") with { Profile = new() { LastName = "Graceland" } },
            SampleInvitations.Pending(_tenant, "none@host"));

        Assert.Equal(["first@host", "last@host"], await SearchAsync("grace"));
        Assert.Empty(await SearchAsync("grace "));
    }

    private Invitation Ada() => SampleInvitations.Pending(_tenant) with
    {
        Recipient = new()
        {
            Email = "ada.l@example.com",
            Phone = "+32470123456",
            Identifier = SampleInvitations.Identifier(IdentifierKinds.PersonnelNumber, "AB 12"),
        },
        Profile = new() { FirstName = "Augusta", LastName = "Lovelace", EmployeeId = "e-77", Department = "Analytical", JobTitle = "Analytical" },
        PersonalMessage = "secret",
        InviterName = "secret",
        CodeLookup = SampleInvitations.NewText("secret"),
    };

    private async Task<List<string?>> SearchAsync(string? search)
    {
        await using var session = await OpenAsync();
        var found = await session.Queries.ListAsync(
            new()
            {
                Tenant = _tenant,
                Filter = new() { Search = search },
                Now = SampleInvitations.Now,
                Sort = InvitationSort.NewestFirst,
                Take = 100,
            },
            Cancellation);
        return [.. found.Select(invitation => invitation.Recipient.Email).Order(StringComparer.Ordinal)];
    }
}
