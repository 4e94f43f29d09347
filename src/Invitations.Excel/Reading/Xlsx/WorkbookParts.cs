using System.Xml;

namespace Invitations;

/// <summary>Finds the parts of a workbook by the relationships between them. Targets outside of the file are not followed.</summary>
internal sealed class WorkbookParts(WorkbookArchive archive)
{
    public const string DefaultWorkbook = "xl/workbook.xml";
    public const string PackageRelationships = "_rels/.rels";

    private const int MostRelationships = 10_000;

    /// <summary>The part of the workbook itself.</summary>
    public string FindWorkbook()
    {
        var part = archive.Has(PackageRelationships)
            ? RelationshipsOf(PackageRelationships, "").FirstOrDefault(relationship => relationship.Is("officeDocument"))?.Target
            : null;
        if (part is not null && archive.Has(part))
            return part;
        return archive.Has(DefaultWorkbook) ? DefaultWorkbook : throw FileRefusal.Format("zip");
    }

    /// <summary>What a part refers to.</summary>
    public IReadOnlyList<PartRelationship> RelationshipsOf(string part)
    {
        var slash = part.LastIndexOf('/') + 1;
        var relationships = $"{part[..slash]}_rels/{part[slash..]}.rels";
        return archive.Has(relationships) ? RelationshipsOf(relationships, part[..slash]) : [];
    }

    private List<PartRelationship> RelationshipsOf(string relationships, string folder)
    {
        var found = new List<PartRelationship>();
        using var xml = new PartXml(archive.OpenPart(relationships));
        while (xml.Read())
        {
            var reader = xml.Reader;
            if (reader.NodeType is not XmlNodeType.Element || reader.LocalName != "Relationship")
                continue;
            if (found.Count == MostRelationships)
                throw FileRefusal.TooLarge(FileRefusal.Parts, MostRelationships);
            var isExternal = string.Equals(reader.GetAttribute("TargetMode"), "External", StringComparison.OrdinalIgnoreCase);
            if (!isExternal && reader.GetAttribute("Id") is { } id && reader.GetAttribute("Type") is { } type && reader.GetAttribute("Target") is { } target)
                found.Add(new(id, type, Resolve(folder, target)));
        }

        return found;
    }

    private static string Resolve(string folder, string target)
    {
        target = target.Replace('\\', '/');
        var path = target.StartsWith('/') ? target : folder + target;
        var steps = new List<string>();
        foreach (var step in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step == ".." && steps.Count > 0)
                steps.RemoveAt(steps.Count - 1);
            else if (step is not ("." or ".."))
                steps.Add(step);
        }

        return string.Join('/', steps);
    }
}
