using System.Reflection;

namespace Invitations.Architecture.Tests;

public sealed class CancellationTests
{
    private static readonly Type[] AwaitableTypes = [typeof(Task), typeof(Task<>), typeof(ValueTask), typeof(ValueTask<>), typeof(IAsyncEnumerable<>)];

    public static TheoryData<string> PackageNames => Repository.PackageNames;

    [Theory]
    [MemberData(nameof(PackageNames))]
    public void An_asynchronous_method_ends_with_a_cancellation_token(string name)
    {
        var deaf = AsynchronousMethods(name).Where(method => !IsCancellable(method)).Select(NameOf);

        Assert.Empty(deaf);
    }

    // A store or an extension point that could leave the token out would run on after its caller has gone.
    [Theory]
    [MemberData(nameof(PackageNames))]
    public void A_store_and_an_extension_point_cannot_leave_the_token_out(string name)
    {
        var lax = AsynchronousMethods(name)
            .Where(method => method.DeclaringType is { IsInterface: true } type && (type.Namespace == "Invitations.Stores" || IsValueTask(method)))
            .Where(method => IsCancellable(method) && method.GetParameters()[^1].HasDefaultValue)
            .Select(NameOf);

        Assert.Empty(lax);
    }

    private static IEnumerable<MethodInfo> AsynchronousMethods(string name) =>
        from type in Repository.Project(name).Assembly.GetExportedTypes()
        let foreign = type.IsInterface ? [] : ForeignMethods(type)
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
        where IsAwaitable(method) && !IsFact(method) && !foreign.Contains(method) && method.GetBaseDefinition().Module == type.Module
        select method;

    // The signature of a method that an interface of the runtime or of a test framework asks for is not ours to choose.
    private static HashSet<MethodInfo> ForeignMethods(Type type) =>
        [.. type.GetInterfaces().Where(contract => contract.Namespace?.StartsWith("Invitations", StringComparison.Ordinal) is not true).SelectMany(contract => type.GetInterfaceMap(contract).TargetMethods)];

    private static bool IsFact(MethodInfo method) => method.GetCustomAttributes().Any(attribute => attribute is Xunit.v3.IFactAttribute);

    private static bool IsAwaitable(MethodInfo method) =>
        AwaitableTypes.Contains(method.ReturnType.IsGenericType ? method.ReturnType.GetGenericTypeDefinition() : method.ReturnType);

    private static bool IsValueTask(MethodInfo method) => method.ReturnType.Name.StartsWith(nameof(ValueTask), StringComparison.Ordinal);

    private static bool IsCancellable(MethodInfo method) =>
        method.GetParameters() is [.., { ParameterType: var last }] && last == typeof(CancellationToken);

    private static string NameOf(MethodInfo method) => $"{method.DeclaringType!.Name}.{method.Name}";
}
