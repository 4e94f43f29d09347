namespace Invitations.Architecture.Tests;

public sealed class PackagingTests
{
    public static TheoryData<string> ProjectNames => Repository.ProjectNames;

    [Theory]
    [MemberData(nameof(ProjectNames))]
    public void A_package_has_a_page_of_its_own(string name)
    {
        var page = new FileInfo(Path.Combine(Repository.Project(name).Folder.FullName, "PACKAGE.md"));

        Assert.True(page.Exists, $"{name} has no PACKAGE.md.");
        Assert.StartsWith($"# {name}", File.ReadAllText(page.FullName), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(ProjectNames))]
    public void A_project_of_src_is_packed_and_described(string name)
    {
        var project = Repository.Project(name);

        Assert.NotEqual("false", project.Property("IsPackable"));
        Assert.False(string.IsNullOrWhiteSpace(project.Property("Description")), $"{name} has no Description.");
    }

    [Theory]
    [MemberData(nameof(ProjectNames))]
    public void A_project_of_src_is_in_one_of_the_solutions(string name) =>
        Assert.True(
            Repository.Project(name).IsIn("Invitations.sln") || Repository.Project(name).IsIn("build/Invitations.Full.sln"),
            $"{name} is in no solution: dotnet sln Invitations.sln add src/{name}.");

    [Fact]
    public void Every_test_program_and_benchmark_is_in_one_of_the_solutions()
    {
        var solutions = Repository.ReadText("Invitations.sln") + Repository.ReadText("build/Invitations.Full.sln");
        var forgotten = new[] { "tests", "benchmarks", "samples" }
            .Select(Repository.Folder)
            .Where(folder => folder.Exists)
            .SelectMany(folder => Repository.FilesIn(folder, "*.csproj"))
            .Where(file => !solutions.Contains($"\\{file.Name}\"", StringComparison.Ordinal))
            .Select(Repository.NameOf);

        Assert.Empty(forgotten);
    }
}
