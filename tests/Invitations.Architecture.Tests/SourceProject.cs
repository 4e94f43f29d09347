using System.Reflection;
using System.Xml.Linq;

namespace Invitations.Architecture.Tests;

/// <summary>A project of the folder <c>src</c>: its file, its folder and, where it is a package of the solution, its assembly.</summary>
internal sealed class SourceProject(FileInfo file)
{
    private readonly XDocument _xml = XDocument.Load(file.FullName);

    public string Name { get; } = Path.GetFileNameWithoutExtension(file.Name);

    public DirectoryInfo Folder { get; } = file.Directory!;

    public Assembly Assembly => Assembly.Load(new AssemblyName(Name));

    public IReadOnlyList<string> PackageReferences => Items("PackageReference");

    public IReadOnlyList<string> ProjectReferences => [.. Items("ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')))];

    public IReadOnlyList<string> FrameworkReferences => Items("FrameworkReference");

    public string? Sdk => (string?)_xml.Root!.Attribute("Sdk");

    public string? Property(string name) => _xml.Descendants(name).LastOrDefault()?.Value;

    public bool IsIn(string solution) =>
        Repository.ReadText(solution).Contains($"\\{Name}.csproj\"", StringComparison.Ordinal);

    private string[] Items(string kind) => [.. _xml.Descendants(kind).Select(item => (string)item.Attribute("Include")!).Order(StringComparer.Ordinal)];
}
