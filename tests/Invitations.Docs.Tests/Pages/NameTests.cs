using System.Reflection;
using System.Text.RegularExpressions;
using Invitations.Docs.Tests.Markdown;
using Microsoft.Extensions.Logging;

namespace Invitations.Docs.Tests.Pages;

/// <summary>Names of types and members that pages have in backticks are names that exist.</summary>
/// <remarks>
/// Judged are words of two humps or more (<c>TenantSettings</c>, <c>BatchSize</c>) and members behind a type or a setting of the library
/// (<c>Invite.Row</c>, <c>Expiry.Member</c>). What is no public name of the library has to be a type of this repository, the name of a log event, public in
/// FluentValidation, a word of the snippets or of a project file, or in the list of words below.
/// </remarks>
public sealed partial class NameTests
{
    private const BindingFlags Public = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.FlattenHierarchy;

    /// <summary>Names of the framework and of other packages, and names that a reader puts a name of their own for.</summary>
    private static readonly HashSet<string> Elsewhere =
    [
        "AbstractValidator", "AddDbContext", "AddDbContextFactory", "AddDbContextPool", "AddMeter", "AddPooledDbContextFactory", "AddRange", "AddScoped", "AddSource", "AssemblyScanner", "ClaimsPrincipal", "CultureInfo",
        "CurrentUICulture", "DateTimeOffset", "DbContext", "DynamicCodeSupport", "GetValues", "IHost", "IValidator",
        "InvariantGlobalization", "IsInEnum", "JsonSerializerIsReflectionEnabledByDefault", "LoggerMessage", "MakeGenericType",
        "MaxValue", "OnModelCreating", "OptionsValidationException", "PublishAot", "PublishTrimmed", "RuleFor", "SatelliteResourceLanguages", "SaveChanges", "SaveChangesAsync",
        "TimeProvider", "TimeoutException", "TrimMode", "TrimmerRootAssembly", "UserManager", "ValidatorFactoryBase", "ValueTask", "WithState",
        "YourContext", "YourHandler",
    ];

    private static readonly Assembly[] Packages = [typeof(IInvitationService).Assembly, typeof(InvitationsModelOptions).Assembly, typeof(SpreadsheetColumnKeys).Assembly, typeof(IMessageRenderer).Assembly];

    private static readonly Dictionary<string, Type> Types = Packages.SelectMany(package => package.GetExportedTypes())
        .GroupBy(type => type.Name.Split('`')[0])
        .ToDictionary(types => types.Key, types => types.First(), StringComparer.Ordinal);

    private static readonly HashSet<string> Names =
    [
        .. Types.Keys,
        .. Types.Values.SelectMany(type => type.GetMembers(Public)).Select(member => member.Name),
        .. Packages
            .SelectMany(package => package.GetTypes())
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public))
            .Select(method => method.GetCustomAttribute<LoggerMessageAttribute>()?.EventName)
            .OfType<string>(),
        .. typeof(FluentValidation.IValidator).Assembly.GetExportedTypes().SelectMany(type => type.GetMembers(Public).Append(type)).Select(member => member.Name.Split('`')[0]),
        .. Repository.Files("", "*.*proj").Concat(Repository.Files("", "*.props")).SelectMany(path => Words().Matches(Repository.Read(path))).Select(match => match.Value),
        .. Repository.Files("docs/snippets", "*.cs").SelectMany(path => Words().Matches(Repository.Read(path))).Select(match => match.Value),
        .. Repository.Files("", "*.cs").SelectMany(path => Declarations().Matches(Repository.Read(path))).Select(match => match.Groups[1].Value),
        .. Elsewhere,
    ];

    public static TheoryData<string> Paths => [.. Page.Paths];

    [Theory]
    [MemberData(nameof(Paths))]
    public void Every_name_in_backticks_exists(string path) => Assert.All(Page.Open(path).InlineCode(), code =>
    {
        if (code.Text.Contains('/', StringComparison.Ordinal))
            return;
        var place = $"{path}, line {code.Line}, `{code.Text}`";
        foreach (var word in Humps().Matches(code.Text).Select(match => match.Value))
            Assert.True(Names.Contains(word), $"{place}: '{word}' is no public name of the library, no type of this repository and not in docs/snippets.");
        foreach (var match in Members().Matches(code.Text).Where(match => Types.ContainsKey(match.Groups[1].Value)))
        {
            var (owner, member) = (match.Groups[1].Value, match.Groups[2].Value);
            Assert.True(Owners(owner).Any(type => type.GetMember(member, Public).Length > 0), $"{place}: {owner} has no public member '{member}'.");
        }
    });

    /// <summary>The type of that name, and the types of the properties of that name.</summary>
    private static IEnumerable<Type> Owners(string name) => Types.Values
        .SelectMany(type => type.GetProperties(Public))
        .Where(property => property.Name == name)
        .Select(property => property.PropertyType)
        .Append(Types[name]);

    [GeneratedRegex(@"\b(?:class|interface|enum|struct|record) ([A-Z]\w*)")]
    private static partial Regex Declarations();

    [GeneratedRegex(@"\b[A-Za-z_]\w*")]
    private static partial Regex Words();

    [GeneratedRegex(@"(?<![\w.\-{])[A-Z][a-z0-9]+(?:[A-Z][A-Za-z0-9]*)+\b(?!\.md|-)|\bI[A-Z][a-z]\w*\b")]
    private static partial Regex Humps();

    [GeneratedRegex(@"(?<![\w.])([A-Z]\w+)\.([A-Z]\w+)")]
    private static partial Regex Members();
}
