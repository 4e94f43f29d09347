namespace Invitations.Architecture.Tests;

/// <summary>The files of this repository, found from where the tests were built.</summary>
internal static class Repository
{
    // What a build, a tool or git itself makes; .gitignore names the same.
    private static readonly HashSet<string> Made = new(StringComparer.Ordinal)
    {
        ".git", ".idea", ".vs", "artifacts", "bin", "BenchmarkDotNet.Artifacts", "node_modules", "obj", "TestResults",
    };

    public static DirectoryInfo Root { get; } = FindRoot();

    public static IReadOnlyList<SourceProject> Projects { get; } =
        [.. Folder("src").EnumerateDirectories().SelectMany(folder => folder.EnumerateFiles("*.csproj")).Select(file => new SourceProject(file)).OrderBy(project => project.Name, StringComparer.Ordinal)];

    /// <summary>The packages of Invitations.sln, without the engines that have a solution of their own.</summary>
    public static IReadOnlyList<SourceProject> Packages { get; } = [.. Projects.Where(project => project.IsIn("Invitations.sln"))];

    public static TheoryData<string> ProjectNames => [.. Projects.Select(project => project.Name)];

    public static TheoryData<string> PackageNames => [.. Packages.Select(project => project.Name)];

    public static SourceProject Project(string name) => Projects.Single(project => project.Name == name);

    public static DirectoryInfo Folder(string name) => new(Path.Combine(Root.FullName, name));

    public static string ReadText(string relativePath) => File.ReadAllText(Path.Combine(Root.FullName, relativePath));

    public static string NameOf(FileInfo file) => Path.GetRelativePath(Root.FullName, file.FullName).Replace('\\', '/');

    public static IEnumerable<FileInfo> FilesIn(DirectoryInfo folder, string pattern = "*") =>
        folder.EnumerateFiles(pattern).Where(file => !Made.Contains(file.Name))
            .Concat(folder.EnumerateDirectories().Where(inner => !Made.Contains(inner.Name)).SelectMany(inner => FilesIn(inner, pattern)));

    private static DirectoryInfo FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Invitations.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException($"No Invitations.sln above {AppContext.BaseDirectory}.");
        return folder;
    }
}
