using System.Xml;

namespace Invitations;

/// <summary>What the workbook part says: its worksheets, its date system, and where texts and styles are.</summary>
internal sealed class WorkbookIndex
{
    // More than any program shows; each costs little.
    private const int MostSheets = 1_000;

    public required IReadOnlyList<SheetPart> Sheets { get; init; }

    public required bool CountsDatesFrom1904 { get; init; }

    /// <summary>Null where there are none.</summary>
    public required string? SharedTexts { get; init; }

    /// <summary>Null where there are none.</summary>
    public required string? Styles { get; init; }

    public static WorkbookIndex Read(WorkbookArchive archive)
    {
        var parts = new WorkbookParts(archive);
        var workbook = parts.FindWorkbook();
        var relationships = parts.RelationshipsOf(workbook);
        var sheets = new List<SheetPart>();
        var countsFrom1904 = false;
        using var xml = new PartXml(archive.OpenPart(workbook));
        while (xml.Read())
        {
            if (xml.Reader.NodeType is not XmlNodeType.Element)
                continue;
            if (xml.Reader.LocalName == "workbookPr")
                countsFrom1904 = xml.Reader.GetAttribute("date1904") is "1" or "true";
            else if (xml.Reader.LocalName == "sheet" && SheetOf(xml.Reader, relationships) is { } sheet)
                sheets.Add(sheet);
            if (sheets.Count > MostSheets)
                throw FileRefusal.TooLarge(FileRefusal.Parts, MostSheets);
        }

        return new()
        {
            Sheets = sheets,
            CountsDatesFrom1904 = countsFrom1904,
            SharedTexts = relationships.FirstOrDefault(relationship => relationship.Is("sharedStrings"))?.Target,
            Styles = relationships.FirstOrDefault(relationship => relationship.Is("styles"))?.Target,
        };
    }

    /// <summary>Null for a chart or a dialog, which has no rows.</summary>
    private static SheetPart? SheetOf(XmlReader reader, IReadOnlyList<PartRelationship> relationships)
    {
        var name = reader.GetAttribute("name") ?? "";
        var isHidden = reader.GetAttribute("state") is "hidden" or "veryHidden";
        string? id = null;
        while (reader.MoveToNextAttribute())
        {
            if (reader.LocalName == "id")
                id = reader.Value;
        }

        reader.MoveToElement();
        var relationship = relationships.FirstOrDefault(relationship => string.Equals(relationship.Id, id, StringComparison.Ordinal))
            ?? throw FileRefusal.Unreadable();
        return relationship.Is("worksheet") ? new(name, isHidden, relationship.Target) : null;
    }
}
