using System.Globalization;

namespace Invitations;

/// <summary>How codes are written into a file.</summary>
public sealed record CodeExportOptions
{
    /// <summary>The format. The default value is <see cref="SpreadsheetFormat.Xlsx"/>.</summary>
    public SpreadsheetFormat Format { get; init; }

    /// <summary>The language of the headers: English, French, Dutch or German. Null, the default, means <see cref="CultureInfo.CurrentUICulture"/>.</summary>
    public CultureInfo? Culture { get; init; }
}
