using System.Globalization;

namespace Invitations.Excel.Tests.Columns;

public sealed class SpreadsheetColumnsTests
{
    public static TheoryData<string> Languages => ["en", "fr", "nl", "de"];

    [Fact]
    public void Every_key_of_the_library_is_a_column()
    {
        var keys = SampleTenant.Columns().All.Select(column => column.Key).ToHashSet();
        Assert.All(typeof(SpreadsheetColumnKeys).GetFields().Where(field => field.IsLiteral), field => Assert.Contains((string)field.GetRawConstantValue()!, keys));
    }

    [Theory, MemberData(nameof(Languages))]
    public void Every_column_is_found_by_its_header_in_every_language(string language)
    {
        var columns = SampleTenant.Columns(null, SampleTenant.Settings.Groups.ToArray());
        var culture = CultureInfo.GetCultureInfo(language);
        Assert.All(columns.All, column =>
        {
            Assert.True(columns.TryFindByHeader(columns.HeaderOf(column, culture), out var found));
            Assert.Same(column, found);
        });
    }

    [Fact]
    public void No_word_means_two_columns_of_the_library()
    {
        var owners = new Dictionary<string, string>();
        foreach (var column in SampleTenant.Columns(TenantSettings.Default).All)
        {
            foreach (var name in column.Names.Append(column.Key).Select(HeaderText.Normalise).Distinct())
                Assert.True(owners.TryAdd(name, column.Key), $"'{name}' is {column.Key} and {owners.GetValueOrDefault(name)}.");
        }
    }

    [Theory]
    [InlineData("E-MAIL ADDRESS")]
    [InlineData("  e-mail\u00A0address * ")]
    [InlineData("\uFEFFemail")]
    [InlineData("Adresse e-mail :")]
    [InlineData("E-Mail-Adresse")]
    public void Case_white_space_and_stars_do_not_matter_in_a_header(string header)
    {
        Assert.True(SampleTenant.Columns().TryFindByHeader(header, out var column));
        Assert.Equal(SpreadsheetColumnKeys.Email, column.Key);
    }

    [Fact]
    public void A_field_of_the_host_that_is_called_like_a_column_keeps_a_header_of_its_own()
    {
        var columns = SampleTenant.Columns(TenantSettings.Default with
        {
            Fields = [new() { Key = "unit", Label = "Department" }, new() { Key = "email", Label = "Second address" }],
        });

        Assert.True(columns.TryFind("unit", out var unit));
        Assert.Equal("Department (unit)", columns.HeaderOf(unit, CultureInfo.GetCultureInfo("en")));
        Assert.True(columns.TryFindByHeader("department (UNIT)", out var found));
        Assert.Same(unit, found);
        Assert.True(columns.TryFind("field:email", out var second));
        Assert.Equal("email", second.Field!.Key);
    }

    [Fact]
    public void The_fingerprint_follows_the_fields_of_the_tenant_and_not_the_groups_of_a_template()
    {
        var fingerprint = SampleTenant.Columns().Fingerprint;
        Assert.Equal(fingerprint, SampleTenant.Columns(null, new Group("a"), new Group("b")).Fingerprint);
        Assert.NotEqual(fingerprint, SampleTenant.Columns(SampleTenant.Settings with { Fields = [] }).Fingerprint);
        Assert.NotEqual(fingerprint, SampleTenant.Columns(SampleTenant.Settings with { Languages = ["en"] }).Fingerprint);
    }

    [Theory]
    [InlineData("TRUE", "true")]
    [InlineData("ja", "true")]
    [InlineData("Oui", "true")]
    [InlineData("X", "true")]
    [InlineData("Nein", "false")]
    [InlineData("0", "false")]
    [InlineData("perhaps", null)]
    public void Yes_and_no_are_understood_in_every_language(string text, string? value)
    {
        Assert.True(SampleTenant.Columns().TryFind("first_aider", out var column));
        Assert.Equal(value, column.ChoiceOf(text));
    }

    [Theory]
    [InlineData("Guest")]
    [InlineData("gast")]
    [InlineData("INVITÉ")]
    public void Member_or_guest_is_understood_in_every_language(string text)
    {
        Assert.True(SampleTenant.Columns().TryFind(SpreadsheetColumnKeys.Kind, out var column));
        Assert.Equal(nameof(GrantKind.Guest), column.ChoiceOf(text));
    }

    [Fact]
    public void A_mark_is_read_back()
    {
        Assert.True(TemplateMark.TryParse(new TemplateMark(1, "0a1b2c3d", "group:a:b").ToString(), out var mark));
        Assert.Equal(new(1, "0a1b2c3d", "group:a:b"), mark);
        Assert.False(TemplateMark.TryParse("invitations:one:two:email", out _));
        Assert.False(TemplateMark.TryParse("email", out _));
    }
}
