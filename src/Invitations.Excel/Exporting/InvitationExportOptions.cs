using System.Globalization;

namespace Invitations;

/// <summary>Which invitations are written into a file, and how.</summary>
public sealed record InvitationExportOptions
{
    /// <summary>The format. The default value is <see cref="SpreadsheetFormat.Xlsx"/>.</summary>
    public SpreadsheetFormat Format { get; init; }

    /// <summary>The language of headers and statuses: English, French, Dutch or German. Null, the default, means <see cref="CultureInfo.CurrentUICulture"/>.</summary>
    public CultureInfo? Culture { get; init; }

    /// <summary>Which. By default, all.</summary>
    public InvitationFilter Filter { get; init; } = new();

    /// <summary>The order. The default value is <see cref="InvitationSort.OldestFirst"/>.</summary>
    public InvitationSort Sort { get; init; } = InvitationSort.OldestFirst;
}
