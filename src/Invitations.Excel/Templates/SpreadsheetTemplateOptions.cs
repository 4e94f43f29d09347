using System.Globalization;

namespace Invitations;

/// <summary>What a template looks like.</summary>
public sealed record SpreadsheetTemplateOptions
{
    /// <summary>The most groups that get a column each: 200. Where there are more, all are in one column.</summary>
    public const int MostGroupColumns = 200;

    /// <summary>The format. The default value is <see cref="SpreadsheetFormat.Xlsx"/>.</summary>
    public SpreadsheetFormat Format { get; init; }

    /// <summary>The language of headers, notes and instructions: English, French, Dutch or German. Null, the default, means <see cref="CultureInfo.CurrentUICulture"/>.</summary>
    public CultureInfo? Culture { get; init; }

    /// <summary>The ids or names of the groups to choose from. Null, the default, means those of <see cref="TenantSettings.Groups"/>.</summary>
    public IReadOnlyList<string>? Groups { get; init; }

    /// <summary>How groups are chosen. The default value is <see cref="SpreadsheetGroupLayout.OneColumn"/>.</summary>
    public SpreadsheetGroupLayout GroupLayout { get; init; }

    /// <summary>
    /// The keys of the columns, in their order: <see cref="SpreadsheetColumnKeys"/> and those of the host's fields. Null, the default, means all
    /// that are of use to the tenant. Required fields are added; columns of single groups follow from <see cref="GroupLayout"/>.
    /// </summary>
    public IReadOnlyList<string>? Columns { get; init; }

    /// <summary>What stands above the instructions, such as the name of the organisation, or null.</summary>
    public string? Title { get; init; }
}
