namespace Invitations;

/// <summary>The namespaces of the parts that a workbook consists of.</summary>
internal static class Vocabulary
{
    public const string Spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    public const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    public const string PackageRelationships = "http://schemas.openxmlformats.org/package/2006/relationships";
    public const string ContentTypes = "http://schemas.openxmlformats.org/package/2006/content-types";
    public const string Vml = "urn:schemas-microsoft-com:vml";
    public const string Office = "urn:schemas-microsoft-com:office:office";
    public const string Excel = "urn:schemas-microsoft-com:office:excel";
}
