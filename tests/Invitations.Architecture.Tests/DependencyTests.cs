namespace Invitations.Architecture.Tests;

public sealed class DependencyTests
{
    private const string Core = "Invitations.Core";

    public static TheoryData<string> ProjectNames => Repository.ProjectNames;

    public static TheoryData<string> PackageNames => Repository.PackageNames;

    [Theory]
    [MemberData(nameof(ProjectNames))]
    public void A_package_knows_Core_and_none_of_its_siblings(string name) =>
        Assert.Equal(name == Core ? [] : [Core], Repository.Project(name).ProjectReferences);

    [Theory]
    [MemberData(nameof(PackageNames))]
    public void A_compiled_package_refers_to_Core_and_to_none_of_its_siblings(string name)
    {
        var siblings = Repository.Project(name).Assembly.GetReferencedAssemblies()
            .Select(reference => reference.Name!)
            .Where(reference => reference.StartsWith("Invitations.", StringComparison.Ordinal) && reference != Core);

        Assert.Empty(siblings);
    }

    [Fact]
    public void Core_depends_on_four_packages() => Assert.Equal(
        [
            "FluentValidation",
            "Microsoft.Extensions.DependencyInjection.Abstractions",
            "Microsoft.Extensions.Logging.Abstractions",
            "Microsoft.Extensions.Options",
        ],
        Repository.Project(Core).PackageReferences);

    [Fact]
    public void Core_needs_no_framework_but_the_runtime()
    {
        Assert.Empty(Repository.Project(Core).FrameworkReferences);
        Assert.Equal("Microsoft.NET.Sdk", Repository.Project(Core).Sdk);
    }

    [Fact]
    public void Compiled_Core_refers_to_the_runtime_and_to_its_four_packages_only()
    {
        var others = Repository.Project(Core).Assembly.GetReferencedAssemblies()
            .Select(reference => reference.Name!)
            .Where(reference => reference is not ("System" or "netstandard" or "mscorlib") && !reference.StartsWith("System.", StringComparison.Ordinal))
            .Except(Repository.Project(Core).PackageReferences, StringComparer.Ordinal);

        Assert.Empty(others);
    }
}
