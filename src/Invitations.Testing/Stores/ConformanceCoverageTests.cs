using System.Reflection;

namespace Invitations.Testing;

/// <summary>Fails where a store of the deriving assembly is not held to every suite of the kit, such as one that a new version brought.</summary>
/// <remarks>
/// Each <see cref="StoreFixture"/> of the assembly has to be the constructor parameter of a public class derived from every suite. Derive this
/// class once in a test assembly: <c>public sealed class Coverage : ConformanceCoverageTests;</c>
/// </remarks>
public abstract class ConformanceCoverageTests
{
    /// <summary>The suites that a store has to pass.</summary>
    public static IReadOnlyList<Type> StoreSuites { get; } =
        [.. typeof(ConformanceCoverageTests).Assembly.GetExportedTypes()
            .Where(type => type is { IsAbstract: true, BaseType: { } parent } && parent == typeof(StoreConformanceTests))
            .OrderBy(type => type.Name, StringComparer.Ordinal)];

    /// <summary>No suite is left out for any fixture.</summary>
    [Fact]
    public void Every_suite_runs_on_every_fixture_of_this_assembly()
    {
        var types = GetType().Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false }).ToList();
        var fixtures = types.Where(type => type.IsSubclassOf(typeof(StoreFixture))).ToList();

        Assert.NotEmpty(StoreSuites);
        Assert.NotEmpty(fixtures);
        Assert.Empty(
            from fixture in fixtures
            from suite in StoreSuites
            where !types.Any(type => type.IsVisible && type.IsSubclassOf(suite) && TakesFixture(type, fixture))
            select $"{fixture.Name} does not run {suite.Name}");
    }

    private static bool TakesFixture(Type type, Type fixture) =>
        type.GetConstructors().SelectMany(constructor => constructor.GetParameters()).Any(parameter => parameter.ParameterType == fixture);
}
