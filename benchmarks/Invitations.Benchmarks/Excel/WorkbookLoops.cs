using System.Globalization;
using System.IO.Compression;
using System.Xml;
using ExcelDataReader;
using Invitations.Benchmarks.Stores.Databases;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Benchmarks.Excel;

/// <summary>Ways to read the same cells. Each gives the number of rows.</summary>
internal static class WorkbookLoops
{
    private static readonly SpreadsheetLimits Limits = new() { FileBytes = long.MaxValue, UnpackedBytes = long.MaxValue, TextBytes = long.MaxValue };

    /// <summary>ZipArchive and XmlReader, without any check.</summary>
    public static int Plain(Stream file)
    {
        file.Position = 0;
        using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        var texts = new List<string>();
        using (var reader = XmlReader.Create(archive.GetEntry("xl/sharedStrings.xml")!.Open()))
        {
            while (reader.Read())
            {
                if (reader.NodeType is XmlNodeType.Text)
                    texts.Add(reader.Value);
            }
        }

        var (rows, length) = (0, 0L);
        var isShared = false;
        using var sheet = XmlReader.Create(archive.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        while (sheet.Read())
        {
            if (sheet.NodeType is XmlNodeType.Text)
                length += isShared ? texts[int.Parse(sheet.Value, CultureInfo.InvariantCulture)].Length : sheet.Value.Length;
            else if (sheet.NodeType is XmlNodeType.Element && sheet.LocalName == "c")
                isShared = sheet.GetAttribute("r") is { Length: > 0 } && sheet.GetAttribute("t") == "s";
            else if (sheet.NodeType is XmlNodeType.Element && sheet.LocalName == "row")
                rows++;
        }

        return length > 0 ? rows : 0;
    }

    /// <summary>The library that is compared with.</summary>
    public static int ExcelDataReader(Stream file)
    {
        file.Position = 0;
        using var reader = ExcelReaderFactory.CreateReader(file, new() { LeaveOpen = true });
        var (rows, values) = (0, 0);
        for (; reader.Read(); rows++)
        {
            for (var column = 0; column < reader.FieldCount; column++)
                values += reader.GetValue(column) is null ? 0 : 1;
        }

        return values > 0 ? rows : 0;
    }

    /// <summary>The reader of the import alone.</summary>
    public static int Engine(Stream file)
    {
        using var spreadsheet = Open(file);
        return spreadsheet.Sheets[0].Rows.Count();
    }

    /// <summary>The whole parsing stage: from the file to invites with their problems.</summary>
    public static async Task<int> ParseAsync(StoreHost host, Stream file)
    {
        await using var scope = host.OpenScope();
        using var spreadsheet = Open(file);
        var options = new ImportOptions { Limits = Limits };
        var layout = await scope.ServiceProvider.GetRequiredService<SheetLayoutReader>().ReadAsync(StoreHost.Tenant, spreadsheet, options, CancellationToken.None);
        var rows = 0;
        foreach (var row in new RowReader(layout, options, _ => { }).Read())
            rows += row is { Invite.Email: not null, Problems.Count: 0 } ? 1 : throw new InvalidOperationException($"Row {row.Invite.Row} has problems.");
        return rows;
    }

    /// <summary>From the file to a batch that is committed.</summary>
    public static async Task<int> StageAsync(StoreHost host, Stream file)
    {
        await using var scope = host.OpenScope();
        var imports = scope.ServiceProvider.GetRequiredService<IInvitationImports>();
        var result = await imports.StageAsync(StoreHost.Tenant, file, StoreHost.Admin, new() { Limits = Limits });
        return result.Batch?.Counts.Waiting ?? throw new InvalidOperationException(result.Problems[0].ToString());
    }

    private static Spreadsheet Open(Stream file) =>
        new SpreadsheetOpener(new XlsxEngine()).OpenAsync(file, Limits, CancellationToken.None).AsTask().GetAwaiter().GetResult();
}
