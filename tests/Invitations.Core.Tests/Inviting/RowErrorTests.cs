using Invitations.Tests.Hosting;

namespace Invitations.Tests.Inviting;

public sealed class RowErrorTests : IDisposable
{
    private static readonly DateTimeOffset Past = FakeClock.Start - TimeSpan.FromDays(1);

    private readonly TestHost _host = new(new TenantSettings
    {
        Roles = ["editor"],
        Groups = [new("g1", "Design")],
        Products = ["crm"],
        Languages = ["en", "nl_BE"],
        MaxMessageLength = 20,
        Fields =
        [
            new() { Key = "shift", Choices = ["early", "late"] },
            new() { Key = "hours", Type = FieldType.Number },
            new() { Key = "licence", Type = FieldType.Boolean },
            new() { Key = "birth", Type = FieldType.Date },
            new() { Key = "note", MaxLength = 5 },
        ],
    });

    public static TheoryData<string, string?, string, string?> OneError => new()
    {
        { "recipient.missing", null, "", null },
        { "email.invalid", "email", "email", "a@b@example.com" },
        { "email.invalid", "email", "email", "Ana <ana@example.com>" },
        { "phone.invalid", "phone", "phone", "+44 12" },
        { "phone.country_code_missing", "phone", "phone", "07911 123456" },
        { "phone.not_mobile", "phone", "phone", "+442079460000" },
        { "identifier.invalid", "identifier", "birthday", "yesterday" },
        { "user.unknown", "user_id", "user", "u-404" },
        { "user.unknown", "user_id", "user", "u\0" },
    };

    public void Dispose() => _host.Dispose();

    [Theory]
    [MemberData(nameof(OneError))]
    public async Task A_recipient_that_cannot_be_read_is_refused_by_name(string code, string? field, string what, string? text)
    {
        var result = await _host.InviteAsync(what switch
        {
            "email" => new Invite(text!),
            "phone" => new Invite { Phone = text },
            "birthday" => new Invite { IdentifierKind = "birthday", Identifier = text },
            "user" => new Invite { UserId = text },
            _ => new Invite { FirstName = "Ana" },
        });

        result.AssertRefused(code, field, code == "identifier.invalid" ? [("kind", "birthday")] : []);
    }

    [Fact]
    public async Task A_kind_of_identifier_that_the_tenant_does_not_have_is_refused() =>
        (await _host.InviteAsync(new Invite { IdentifierKind = "badge", Identifier = "7" }))
            .AssertRefused("identifier.kind_unknown", "identifier_kind", ("kind", "badge"));

    [Fact]
    public async Task A_phone_number_as_identifier_is_judged_like_one() =>
        (await _host.InviteAsync(new Invite { IdentifierKind = "phone_number", Identifier = "07911 123456" }))
            .AssertRefused("phone.country_code_missing", "identifier");

    [Fact]
    public async Task A_wrong_address_is_refused_although_another_one_is_right()
    {
        var result = await _host.InviteAsync(new Invite("ana@example.com") { Phone = "12" });

        Assert.StartsWith("phone.", Assert.Single(result.Codes()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bare_code_with_a_wrong_address_is_refused() =>
        (await _host.InviteAsync(new Invite("nonsense") { Anyone = true })).AssertRefused("email.invalid", "email");

    [Theory]
    [InlineData("first_name")]
    [InlineData("last_name")]
    [InlineData("job_title")]
    [InlineData("department")]
    [InlineData("employee_id")]
    public async Task Every_text_has_a_limit_and_no_controls_and_no_link(string field)
    {
        (await _host.InviteAsync(With(field, new string('x', 101)))).AssertRefused("text.too_long", field, ("field", field), ("limit", 100));
        (await _host.InviteAsync(With(field, "a\0b"))).AssertRefused("text.not_allowed", field, ("field", field));
        (await _host.InviteAsync(With(field, "a\nb"))).AssertRefused("text.not_allowed", field, ("field", field));
        (await _host.InviteAsync(With(field, "half \uD83D"))).AssertRefused("text.not_allowed", field, ("field", field));
        (await _host.InviteAsync(With(field, "see https://evil.example"))).AssertRefused("text.carries_url", field, ("field", field));
    }

    [Fact]
    public async Task A_personal_message_may_carry_a_link_but_not_be_longer_than_the_tenant_says()
    {
        (await _host.InviteAsync(new Invite("a@example.com") { PersonalMessage = "https://x.example" })).AssertSucceeded();
        (await _host.InviteAsync(new Invite("b@example.com") { PersonalMessage = new string('x', 21) }))
            .AssertRefused("text.too_long", "personal_message", ("field", "personal_message"), ("limit", 20));
    }

    [Fact]
    public async Task The_host_s_own_fields_are_held_against_their_definitions()
    {
        (await FieldAsync("shift", "night")).AssertRefused("value.not_choice", "shift", ("field", "shift"), ("choices", new[] { "early", "late" }));
        (await FieldAsync("hours", "forty")).AssertRefused("value.not_number", "hours", ("field", "hours"));
        (await FieldAsync("licence", "yes")).AssertRefused("value.not_boolean", "licence", ("field", "licence"));
        (await FieldAsync("birth", "1.2.1990")).AssertRefused("value.not_date", "birth", ("field", "birth"));
        (await FieldAsync("note", "123456")).AssertRefused("text.too_long", "note", ("field", "note"), ("limit", 5));
        (await FieldAsync("shoe", "44")).AssertRefused("field.unknown", "shoe", ("field", "shoe"));
        var fields = new Dictionary<string, string> { ["shift"] = "Late", ["hours"] = "38.5", ["licence"] = "true", ["birth"] = "1990-02-01", ["note"] = " 12345 " };
        (await _host.InviteAsync(new Invite("ana@example.com") { Fields = fields })).AssertSucceeded();
    }

    [Fact]
    public async Task A_required_field_that_cannot_be_read_is_one_error_and_not_missing_too()
    {
        using var host = new TestHost(new TenantSettings { Fields = [new() { Key = "shift", IsRequired = true }] });

        (await host.InviteAsync(new Invite("ana@example.com"))).AssertRefused("value.missing", "shift", ("field", "shift"));
        (await host.InviteAsync(new Invite("ana@example.com") { Fields = new Dictionary<string, string> { ["shift"] = " \t" } }))
            .AssertRefused("value.missing", "shift", ("field", "shift"));
        (await host.InviteAsync(new Invite("ana@example.com") { Fields = new Dictionary<string, string> { ["shift"] = "\0" } }))
            .AssertRefused("text.not_allowed", "shift", ("field", "shift"));
    }

    [Theory]
    [InlineData("klingon!", "klingon!")]
    [InlineData("nl", "nl")]
    [InlineData(" fr ", "fr")]
    public async Task A_language_that_the_tenant_does_not_have_is_refused(string language, string named)
    {
        var result = await _host.InviteAsync(new Invite("ana@example.com") { Language = language });

        result.AssertRefused("language.unsupported", "language", ("language", named), ("supported", new[] { "en", "nl_BE" }));
    }

    [Theory]
    [InlineData("en-GB")]
    [InlineData("nl-be")]
    [InlineData("nl_BE")]
    public async Task A_language_of_the_tenant_or_below_it_is_taken(string language) =>
        (await _host.InviteAsync(new Invite("ana@example.com") { Language = language })).AssertSucceeded();

    [Fact]
    public async Task A_membership_ends_in_the_future()
    {
        (await _host.InviteAsync(new Invite("ana@example.com") { MembershipEndsAt = Past })).AssertRefused("membership_end.invalid", "membership_ends_at");
        (await _host.InviteAsync(new Invite("ana@example.com") { MembershipEndsAt = FakeClock.Start })).AssertRefused("membership_end.invalid", "membership_ends_at");
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("/a\\b")]
    [InlineData("welcome")]
    [InlineData("/\t/evil.example")]
    public async Task A_redirect_stays_on_the_site(string path) =>
        (await _host.InviteAsync(new Invite("ana@example.com") { RedirectPath = path })).AssertRefused("redirect.not_local", "redirect_path");

    [Fact]
    public async Task A_redirect_with_half_a_character_is_refused() =>
        (await _host.InviteAsync(new Invite("ana@example.com") { RedirectPath = "/\uD800" })).AssertRefused("redirect.not_local", "redirect_path");

    [Fact]
    public async Task Metadata_is_bounded_and_can_be_kept_by_every_store()
    {
        (await MetadataAsync("k", new string('x', 9_999))).AssertSucceeded();
        (await MetadataAsync("kk", new string('x', 9_999))).AssertRefused("text.too_long", "metadata", ("field", "metadata"), ("limit", 10_000));
        (await MetadataAsync("k", "a\0b")).AssertRefused("text.not_allowed", "metadata", ("field", "metadata"));
        (await MetadataAsync("\uDC00", "b")).AssertRefused("text.not_allowed", "metadata", ("field", "metadata"));
    }

    [Theory]
    [InlineData("sms")]
    [InlineData("app")]
    [InlineData("")]
    [InlineData("two words")]
    public async Task A_channel_without_an_address_for_it_is_refused(string channel) =>
        (await _host.InviteAsync(new Invite("ana@example.com"), new InviteOptions { Channels = [channel] }))
            .AssertRefused("channel.unusable", "channels", ("channel", channel));

    [Fact]
    public async Task A_kind_of_membership_that_does_not_exist_is_refused() =>
        (await _host.InviteAsync(new Invite("ana@example.com") { Kind = (GrantKind)42 }))
            .AssertRefused("value.not_choice", "kind", ("field", "kind"), ("choices", new[] { "Member", "Guest" }));

    [Fact]
    public async Task Groups_roles_and_products_that_do_not_exist_are_named_one_by_one()
    {
        var result = await _host.InviteAsync(new Invite("ana@example.com") { Groups = ["Design", "Desing", "Sales"], Roles = ["owner"], Products = ["erp"] });

        Assert.Equal(["role.unknown", "group.unknown", "group.unknown", "product.not_enabled"], result.Codes());
        Assert.Equal(["owner", "Desing", "Sales", "erp"], result.Errors.Select(error => Assert.Single(error.Arguments).Value));
        Assert.Equal(["roles", "groups", "groups", "products"], result.Errors.Select(error => error.Field));
    }

    [Fact]
    public async Task All_errors_of_a_row_come_at_once_in_the_order_of_its_fields()
    {
        var invite = new Invite("nonsense")
        {
            Phone = "12",
            IdentifierKind = "badge",
            Identifier = "7",
            FirstName = "www.evil.example",
            LastName = new string('x', 101),
            Language = "tlh",
            PersonalMessage = "\0",
            MembershipEndsAt = Past,
            RedirectPath = "//evil.example",
            Metadata = new Dictionary<string, string> { ["a"] = "\0" },
            Fields = new Dictionary<string, string> { ["shoe"] = "44" },
            Kind = GrantKind.Guest,
            Roles = ["owner"],
            Groups = ["Desing"],
            Products = ["erp"],
        };

        var result = await _host.InviteAsync(invite, new InviteOptions { Lifetime = TimeSpan.Zero });

        Assert.Equal(
            [
                "email.invalid", "phone.country_code_missing", "identifier.kind_unknown", "language.unsupported", "text.carries_url", "text.too_long",
                "text.not_allowed", "membership_end.invalid", "redirect.not_local", "text.not_allowed", "field.unknown",
                "role.unknown", "group.unknown", "product.not_enabled", "lifetime.invalid",
            ],
            result.Codes());
    }

    [Fact]
    public async Task Errors_name_what_was_typed_at_bounded_length_and_in_whole_characters()
    {
        var result = await _host.InviteAsync(new Invite("ana@example.com") { Roles = [new string('x', 299) + "😀" + new string('y', 1_000_000), "a\uD800b\0"] });

        Assert.Equal([new string('x', 299) + "…", "a\uFFFDb\uFFFD"], result.Errors.Select(error => error.Arguments["role"]));
    }

    [Fact]
    public async Task A_row_s_error_reads_in_the_language_of_the_reader()
    {
        var error = Assert.Single((await _host.InviteAsync(new Invite("nonsense"))).Errors);

        Assert.Contains("e-mail", error.GetMessage(new("en")), StringComparison.OrdinalIgnoreCase);
        Assert.NotEqual(error.GetMessage(new("en")), error.GetMessage(new("nl")));
    }

    private Task<InviteResult> FieldAsync(string key, string value) =>
        _host.InviteAsync(new Invite("ana@example.com") { Fields = new Dictionary<string, string> { [key] = value } });

    private Task<InviteResult> MetadataAsync(string key, string value) =>
        _host.InviteAsync(new Invite($"{Guid.NewGuid():n}@example.com") { Metadata = new Dictionary<string, string> { [key] = value } });

    private static Invite With(string field, string text) => new("ana@example.com")
    {
        FirstName = field == "first_name" ? text : null,
        LastName = field == "last_name" ? text : null,
        JobTitle = field == "job_title" ? text : null,
        Department = field == "department" ? text : null,
        EmployeeId = field == "employee_id" ? text : null,
    };
}
