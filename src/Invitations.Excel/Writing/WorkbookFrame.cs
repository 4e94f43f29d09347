using System.Xml.Linq;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Invitations;

/// <summary>Writes the parts that hold a workbook together. The sheets are <c>xl/worksheets/sheet1.xml</c> and so on.</summary>
internal static class WorkbookFrame
{
    private const string OfficeDocument = Vocabulary.Relationships;

    public static string Sheet(int number) => FormattableString.Invariant($"xl/worksheets/sheet{number}.xml");

    /// <summary>The content types and relations that are known before the first sheet: any number of sheets may follow.</summary>
    public static async Task BeginAsync(WorkbookPackage package, string title, bool hasNotes, CancellationToken cancellationToken)
    {
        await package.WriteAsync("[Content_Types].xml", Declared(ContentTypes(hasNotes)), cancellationToken).ConfigureAwait(false);
        await package.WriteAsync("_rels/.rels", Declared(Relations(
            ("rId1", $"{OfficeDocument}/officeDocument", "xl/workbook.xml"),
            ("rId2", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml"))), cancellationToken)
            .ConfigureAwait(false);
        await package.WriteAsync("docProps/core.xml", Declared(Properties(title)), cancellationToken).ConfigureAwait(false);
        await package.WriteAsync("xl/styles.xml", WorkbookStyles.Stylesheet(), cancellationToken).ConfigureAwait(false);
        if (hasNotes)
        {
            await package.WriteAsync("xl/worksheets/_rels/sheet1.xml.rels", Declared(Relations(
                ("rId1", $"{OfficeDocument}/vmlDrawing", "../drawings/vmlDrawing1.vml"),
                ("rId2", $"{OfficeDocument}/comments", "../comments1.xml"))), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Names the sheets, in their order, and ends the package.</summary>
    public static async Task EndAsync(
        WorkbookPackage package, IReadOnlyList<(string Name, bool IsHidden)> sheets, CancellationToken cancellationToken)
    {
        var workbook = new Workbook(
            new BookViews(new WorkbookView { ActiveTab = 0 }),
            new Sheets(sheets.Select((sheet, index) => new Sheet
            {
                Name = sheet.Name,
                SheetId = (uint)index + 1,
                Id = $"rId{index + 1}",
                State = sheet.IsHidden ? SheetStateValues.Hidden : null,
            })));
        await package.WriteAsync("xl/workbook.xml", workbook, cancellationToken).ConfigureAwait(false);
        await package.WriteAsync("xl/_rels/workbook.xml.rels", Declared(Relations(
        [
            .. sheets.Select((_, index) => ($"rId{index + 1}", $"{OfficeDocument}/worksheet", FormattableString.Invariant($"worksheets/sheet{index + 1}.xml"))),
            ($"rId{sheets.Count + 1}", $"{OfficeDocument}/styles", "styles.xml"),
        ])), cancellationToken).ConfigureAwait(false);
        await package.CompleteAsync(cancellationToken).ConfigureAwait(false);
    }

    private static XElement ContentTypes(bool hasNotes)
    {
        XNamespace types = Vocabulary.ContentTypes;
        const string Kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        XElement Default(string extension, string type) => new(types + "Default", new XAttribute("Extension", extension), new XAttribute("ContentType", type));
        XElement Override(string part, string type) => new(types + "Override", new XAttribute("PartName", part), new XAttribute("ContentType", type));

        // Sheets are what every part is that is not named: how many there will be is not known yet.
        return new(
            types + "Types",
            Default("rels", "application/vnd.openxmlformats-package.relationships+xml"),
            Default("xml", Kind + "worksheet+xml"),
            hasNotes ? Default("vml", "application/vnd.openxmlformats-officedocument.vmlDrawing") : null,
            Override("/xl/workbook.xml", Kind + "sheet.main+xml"),
            Override("/xl/styles.xml", Kind + "styles+xml"),
            hasNotes ? Override("/xl/comments1.xml", Kind + "comments+xml") : null,
            Override("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"));
    }

    private static XElement Relations(params IEnumerable<(string Id, string Type, string Target)> relations)
    {
        XNamespace package = Vocabulary.PackageRelationships;
        return new(package + "Relationships", relations.Select(relation => new XElement(
            package + "Relationship",
            new XAttribute("Id", relation.Id),
            new XAttribute("Type", relation.Type),
            new XAttribute("Target", relation.Target))));
    }

    private static XElement Properties(string title)
    {
        XNamespace core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
        XNamespace dc = "http://purl.org/dc/elements/1.1/";
        return new(
            core + "coreProperties",
            new XAttribute(XNamespace.Xmlns + "dc", dc.NamespaceName),
            new XElement(dc + "title", WrittenText.ForMarkup(title)),
            new XElement(dc + "creator", "Invitations"));
    }

    private static string Declared(XElement root) =>
        """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""" + root.ToString(SaveOptions.DisableFormatting);
}
