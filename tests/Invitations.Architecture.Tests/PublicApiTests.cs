using Invitations.Architecture.Tests.Api;

namespace Invitations.Architecture.Tests;

public sealed class PublicApiTests
{
    private const string Switch = "APPROVE_API";

    public static TheoryData<string> PackageNames => Repository.PackageNames;

    [Theory]
    [MemberData(nameof(PackageNames))]
    public void The_public_api_of_a_package_is_the_approved_one(string name)
    {
        var project = Repository.Project(name);
        var approved = Path.Combine(project.Folder.FullName, "PublicApi.txt");
        var actual = PublicApi.Describe(project.Assembly);
        if (Environment.GetEnvironmentVariable(Switch) == "1")
            File.WriteAllText(approved, actual);

        var difference = LineDifference.Between(File.Exists(approved) ? File.ReadAllText(approved).ReplaceLineEndings("\n") : "", actual);

        Assert.True(
            difference.Count == 0,
            $"The public API of {name} differs from src/{name}/PublicApi.txt.\n" +
            "If that is meant, run ./approve-api.sh, look at the diff and add a line to CHANGELOG.md.\n\n" +
            string.Join('\n', difference));
    }
}
