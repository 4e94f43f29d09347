using System.Text;

namespace Invitations.Excel.Tests.Files;

/// <summary>What the reader makes of a file.</summary>
internal static class ReadFile
{
    public static List<string> Rows(WorkbookFile file, SpreadsheetLimits? limits = null) => Rows(file.ToBytes(), limits);

    public static List<string> Rows(string text) => Rows(Encoding.UTF8.GetBytes(text));

    /// <summary>The rows of the first sheet, each as <c>2: A=ana | C=7:Number</c>; the kind is left out of texts.</summary>
    public static List<string> Rows(byte[] file, SpreadsheetLimits? limits = null)
    {
        using var spreadsheet = Open(file, limits);
        return [.. spreadsheet.Sheets[0].Rows.Select(row => $"{row.Number}: {string.Join(" | ", row.Cells.Select(Show))}")];
    }

    public static Spreadsheet Open(byte[] file, SpreadsheetLimits? limits = null) =>
        new SpreadsheetOpener(new XlsxEngine()).OpenAsync(new MemoryStream(file), limits ?? new(), CancellationToken.None).AsTask().GetAwaiter().GetResult();

    /// <summary>Why a file is refused, when it is opened or when its rows are read.</summary>
    public static InvitationError Refusal(byte[] file, SpreadsheetLimits? limits = null) =>
        Assert.Throws<SpreadsheetRefusedException>(() => Rows(file, limits)).Error;

    public static InvitationError Refusal(WorkbookFile file, SpreadsheetLimits? limits = null) => Refusal(file.ToBytes(), limits);

    private static string Show(SpreadsheetCell cell)
    {
        var kind = cell.Kind is SpreadsheetCellKind.Text ? "" : $":{cell.Kind}";
        return $"{CellReference.ColumnName(cell.Column)}={cell.Text}{kind}{(cell.IsFormula ? ":formula" : "")}";
    }
}
