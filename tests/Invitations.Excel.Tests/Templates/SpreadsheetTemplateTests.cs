using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml.Spreadsheet;
using Invitations.Excel.Tests.Columns;
using Invitations.Excel.Tests.Hosting;
using Invitations.Excel.Tests.Writing;

namespace Invitations.Excel.Tests.Templates;

public sealed class SpreadsheetTemplateTests
{
    private const uint TextFormat = 49;

    public static TheoryData<string> Languages => ["en", "fr", "nl", "de", "pt"];

    [Theory, MemberData(nameof(Languages))]
    public async Task A_template_opens_without_a_repair_message_in_every_language(string language)
    {
        var template = await WriteAsync(new() { Culture = CultureInfo.GetCultureInfo(language), Title = "Acme & Sons <Ltd>" });
        Assert.True(template.Mistakes.Count == 0, string.Join("\n", template.Mistakes));
        Assert.Equal([false, false, true], template.Sheets.Select(sheet => sheet.IsHidden));
    }

    [Fact]
    public async Task Stable_keys_stand_hidden_above_localised_headers()
    {
        var rows = (await WriteAsync(new() { Culture = CultureInfo.GetCultureInfo("nl") })).Rows();
        Assert.Equal(2, rows.Count);
        var marks = rows[0].Select(cell => TemplateMark.TryParse((string?)cell, out var mark) ? mark : null).ToList();
        Assert.All(marks, mark => Assert.Equal((TemplateMark.CurrentVersion, SampleTenant.Columns().Fingerprint), (mark!.Version, mark.Fingerprint)));
        Assert.Equal(
            [
                ("first_name", "Voornaam"), ("last_name", "Achternaam"), ("email", "E-mailadres"), ("phone", "Mobiel nummer"), ("identifier", "Kenmerk"),
                ("job_title", "Functie"), ("department", "Afdeling"), ("line_manager", "Leidinggevende"), ("start_date", "Startdatum"),
                ("employee_id", "Medewerkernummer"), ("language", "Taal"), ("roles", "Rol"), ("kind", "Lid of gast"), ("groups", "Groepen"),
                ("personal_message", "Persoonlijk bericht"), ("shift", "Shift *"), ("cost_centre", "Cost centre"), ("weekly_hours", "weekly_hours"),
                ("first_aider", "First aider"), ("birth_date", "Born on"),
            ],
            marks.Select(mark => mark!.Key).Zip(rows[1].Select(cell => (string)cell!)));
    }

    [Fact]
    public async Task The_row_of_keys_is_hidden_and_the_headers_stay_in_sight()
    {
        var template = await WriteAsync(new());
        Assert.Equal([true, false], template.Inspect(document => WrittenWorkbook.Sheet(document).Descendants<Row>().Select(row => row.Hidden?.Value == true).ToList()));
        var pane = template.Inspect(document => WrittenWorkbook.Sheet(document).Descendants<Pane>().Select(pane => (pane.TopLeftCell!.Value, pane.State!.Value)).Single());
        Assert.Equal(("A3", PaneStateValues.Frozen), pane);
    }

    [Fact]
    public async Task Cells_are_text_where_a_spreadsheet_would_eat_a_zero_or_a_plus()
    {
        var template = await WriteAsync(new());
        var formats = template.ColumnFormats;
        var keys = Keys(template);
        Assert.All(
            new[] { "phone", "employee_id", "identifier", "email", "first_name", "cost_centre", "roles" },
            key => Assert.Equal(TextFormat, formats[keys[key]]));
        Assert.NotEqual(TextFormat, formats[keys["start_date"]]);
        Assert.Equal(0u, formats[keys["weekly_hours"]]);
    }

    [Fact]
    public async Task Lists_offer_what_can_be_chosen_in_the_language_of_the_file()
    {
        var template = await WriteAsync(new() { Culture = CultureInfo.GetCultureInfo("fr") });
        Assert.Equal(["early", "late"], Offered(template, "shift"));
        Assert.Equal(["reader", "editor", "admin"], Offered(template, "roles"));
        Assert.Equal(["Membre", "Invité"], Offered(template, "kind"));
        Assert.Equal(["Oui", "Non"], Offered(template, "first_aider"));
        Assert.Equal(["Design team", "night"], Offered(template, "groups"));
        Assert.Equal(3, Offered(template, "language").Count);
    }

    [Fact]
    public async Task What_is_offered_is_understood()
    {
        var columns = SampleTenant.Columns(null, SampleTenant.Settings.Groups.ToArray());
        foreach (var language in new[] { "en", "fr", "nl", "de" })
        {
            var template = await WriteAsync(new() { Culture = CultureInfo.GetCultureInfo(language), GroupLayout = SpreadsheetGroupLayout.ColumnForEach });
            foreach (var key in new[] { "shift", "roles", "kind", "first_aider", "language", "group:design" })
            {
                Assert.True(columns.TryFind(key, out var column));
                Assert.All(Offered(template, key), text => Assert.NotNull(column.ChoiceOf(text)));
            }
        }
    }

    [Fact]
    public async Task A_list_that_takes_several_values_refuses_none_and_a_closed_one_does()
    {
        var template = await WriteAsync(new());
        Assert.NotEqual(true, Rule(template, "groups").ShowErrorMessage?.Value);
        Assert.True(Rule(template, "kind").ShowErrorMessage!.Value);
    }

    [Fact]
    public async Task An_address_or_a_number_that_looks_wrong_is_warned_about_and_can_be_kept()
    {
        var template = await WriteAsync(new());
        Assert.All(new[] { "email", "phone" }, key => Assert.Equal(DataValidationErrorStyleValues.Warning, Rule(template, key).ErrorStyle!.Value));
        var national = await WriteAsync(new(), SampleTenant.Settings with { PhoneRegion = "GB" });
        Assert.DoesNotContain(national.Rules, rule => rule.SequenceOfReferences!.InnerText!.StartsWith("D3", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_header_explains_its_column_in_a_note()
    {
        var template = await WriteAsync(new() { Culture = CultureInfo.GetCultureInfo("de") });
        Assert.Equal(template.Rows()[1].Length, template.Notes.Count);
        Assert.StartsWith("Genau eine Adresse.", template.Notes["C2"], StringComparison.Ordinal);
        Assert.StartsWith("Pflichtfeld.", template.Notes[ColumnName.Cell(Keys(template)["shift"], 2)], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_example_is_on_the_instructions_and_not_among_the_people()
    {
        var template = await WriteAsync(new() { Title = "Acme" });
        Assert.Equal(2, template.Rows().Count);
        var instructions = template.Rows(1).SelectMany(row => row).OfType<string>().ToList();
        Assert.Contains("Acme", instructions);
        Assert.Contains("ana.lopez@example.com", instructions);
        Assert.Contains("reader, editor, admin", instructions);
    }

    [Fact]
    public async Task Each_group_gets_a_column_for_an_X_where_that_is_wanted()
    {
        var template = await WriteAsync(new() { GroupLayout = SpreadsheetGroupLayout.ColumnForEach });
        var keys = Keys(template);
        Assert.DoesNotContain("groups", keys.Keys);
        Assert.Equal(["Design team", "night"], template.Rows()[1][^2..]);
        Assert.Equal(["X"], Offered(template, "group:design"));
        Assert.Contains("Design team", template.Notes[ColumnName.Cell(keys["group:design"], 2)], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hundred_and_fifty_groups_with_long_names_are_as_good_as_one()
    {
        var settings = SampleTenant.Settings with
        {
            Groups = [.. Enumerable.Range(1, 150).Select(number => new Group($"g{number}", $"=Group {number}: " + new string('n', 200)))],
        };
        var template = await WriteAsync(new() { GroupLayout = SpreadsheetGroupLayout.ColumnForEach }, settings);
        Assert.True(template.Mistakes.Count == 0, string.Join("\n", template.Mistakes));
        Assert.Equal(settings.Groups.Select(group => group.Name), template.Rows()[1][^150..]);
        Assert.Single(template.Rules, rule => rule.SequenceOfReferences!.InnerText!.Split(' ').Length == 150);
    }

    [Fact]
    public async Task More_groups_than_anybody_looks_through_are_in_one_column()
    {
        var settings = SampleTenant.Settings with
        {
            Groups = [.. Enumerable.Range(0, SpreadsheetTemplateOptions.MostGroupColumns + 1).Select(number => new Group($"g{number}"))],
        };
        var template = await WriteAsync(new() { GroupLayout = SpreadsheetGroupLayout.ColumnForEach }, settings);
        Assert.True(template.Mistakes.Count == 0, string.Join("\n", template.Mistakes));
        Assert.Equal(settings.Groups.Count, Offered(template, "groups").Count);
    }

    [Fact]
    public async Task The_caller_chooses_columns_and_required_ones_are_added()
    {
        var template = await WriteAsync(new() { Columns = ["email", "membership_ends_at", "products"] });
        Assert.Equal(["email", "membership_ends_at", "products", "shift"], Keys(template).Keys);
    }

    [Fact]
    public async Task A_tenant_without_anything_of_its_own_gets_what_everybody_needs()
    {
        var keys = Keys(await WriteAsync(new(), TenantSettings.Default)).Keys;
        Assert.Equal(
            ["first_name", "last_name", "email", "phone", "identifier", "job_title", "department", "line_manager", "start_date", "employee_id", "language", "kind", "personal_message"],
            keys);
    }

    [Fact]
    public async Task Where_only_administrators_can_be_chosen_the_column_says_yes_or_no()
    {
        var keys = Keys(await WriteAsync(new(), TenantSettings.Default with { Roles = ["admin"] })).Keys;
        Assert.Contains("admin", keys);
        Assert.DoesNotContain("roles", keys);
    }

    [Fact]
    public async Task An_unknown_group_or_column_is_refused_and_nothing_is_written()
    {
        await using var host = new ExcelHost(SampleTenant.Settings);
        using var stream = new MemoryStream();
        var result = await host.Get<ISpreadsheetTemplates>().WriteAsync(
            ExcelHost.Tenant, stream, new() { Groups = ["design", "nowhere"], Columns = ["email", "shoe_size"] }, TestContext.Current.CancellationToken);
        Assert.False(result.Succeeded);
        Assert.Equal(["group.unknown", "field.unknown"], result.Errors.Select(error => error.Code));
        Assert.DoesNotContain("…", string.Concat(result.Errors.Select(error => error.Message)), StringComparison.Ordinal);
        Assert.Equal(0, stream.Length);
    }

    [Fact]
    public async Task A_template_as_text_has_the_headers_that_Excel_opens_in_columns()
    {
        Assert.StartsWith("\uFEFFFirst name,Last name,E-mail address,", await CsvAsync("en-GB"), StringComparison.Ordinal);
        Assert.StartsWith("\uFEFFVornaam;Achternaam;E-mailadres;".Replace("Vornaam", "Voornaam", StringComparison.Ordinal), await CsvAsync("nl"), StringComparison.Ordinal);
        Assert.EndsWith("\r\n", await CsvAsync("de-DE"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_template_is_the_same_file() =>
        Assert.Equal(await BytesAsync(new(), SampleTenant.Settings), await BytesAsync(new(), SampleTenant.Settings));

    private static async Task<string> CsvAsync(string language) =>
        Encoding.UTF8.GetString(await BytesAsync(new() { Format = SpreadsheetFormat.Csv, Culture = CultureInfo.GetCultureInfo(language) }, SampleTenant.Settings));

    private static Dictionary<string, int> Keys(WrittenWorkbook template) => template.Rows()[0]
        .Select((cell, index) => (TemplateMark.TryParse((string?)cell, out var mark) ? mark.Key : "?", index + 1))
        .ToDictionary(pair => pair.Item1, pair => pair.Item2);

    private static DataValidation Rule(WrittenWorkbook template, string key)
    {
        var first = ColumnName.Cell(Keys(template)[key], 3) + ":";
        return template.Rules.Single(rule => rule.SequenceOfReferences!.InnerText!.Split(' ').Any(range => range.StartsWith(first, StringComparison.Ordinal)));
    }

    private static List<string> Offered(WrittenWorkbook template, string key)
    {
        var range = Rule(template, key).Formula1!.Text;
        var (column, count) = (range.Split('$')[1], int.Parse(range.Split('$')[^1], CultureInfo.InvariantCulture));
        var index = Enumerable.Range(1, 400).First(number => ColumnName.Of(number) == column) - 1;
        return [.. template.Rows(2).Take(count).Select(row => (string)row[index]!)];
    }

    private static async Task<WrittenWorkbook> WriteAsync(SpreadsheetTemplateOptions options, TenantSettings? settings = null) =>
        new(await BytesAsync(options with { Culture = options.Culture ?? CultureInfo.GetCultureInfo("en") }, settings ?? SampleTenant.Settings));

    private static async Task<byte[]> BytesAsync(SpreadsheetTemplateOptions options, TenantSettings settings)
    {
        await using var host = new ExcelHost(settings);
        using var stream = new MemoryStream();
        var result = await host.Get<ISpreadsheetTemplates>().WriteAsync(ExcelHost.Tenant, stream, options, TestContext.Current.CancellationToken);
        Assert.Empty(result.Errors);
        return stream.ToArray();
    }
}
