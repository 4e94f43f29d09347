using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace Invitations.Architecture.Tests.Api;

/// <summary>What a package shows to its users, as text that stays the same as long as that does.</summary>
internal static class PublicApi
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static string Describe(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append(text.Length == 0 ? "" : "\n").Append(Declaration(type)).Append('\n');
            foreach (var line in Members(type))
                text.Append("    ").Append(line).Append('\n');
        }

        return text.ToString();
    }

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
            return Enum.GetNames(type).Select(name => $"{name} = {Enum.Format(type, Enum.Parse(type, name), "d")}");
        if (IsDelegate(type))
            return [];
        return type.GetMembers(Declared).Select(MemberText.Of).OfType<string>().Order(StringComparer.Ordinal);
    }

    private static string Declaration(Type type)
    {
        var generics = type.GetGenericArguments();
        var name = $"{type.Namespace}.{(type.DeclaringType is { } outer ? TypeText.Bare(outer.Name) + "." : "")}{TypeText.Bare(type.Name)}{TypeText.Parameters(generics)}";
        if (IsDelegate(type))
        {
            var invoke = type.GetMethod("Invoke")!;
            return $"delegate {TypeText.Of(invoke.ReturnParameter)} {name}({MemberText.Parameters(invoke)})";
        }

        var bases = Bases(type).ToList();
        return $"{Kind(type)} {name}{(bases.Count == 0 ? "" : $" : {string.Join(", ", bases)}")}{TypeText.Constraints(generics)}";
    }

    private static IEnumerable<string> Bases(Type type)
    {
        if (type.IsEnum)
            return Enum.GetUnderlyingType(type) == typeof(int) ? [] : [TypeText.Of(Enum.GetUnderlyingType(type))];

        var own = type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType) ? [TypeText.Of(parent)] : Array.Empty<string>();
        var inherited = type.BaseType?.GetInterfaces() ?? [];
        var contracts = type.GetInterfaces().Except(inherited).Where(contract => !IsRecord(type) || !IsEquatable(contract));
        return own.Concat(contracts.Select(contract => TypeText.Of(contract)).Order(StringComparer.Ordinal));
    }

    private static string Kind(Type type)
    {
        if (type.IsInterface)
            return "interface";
        if (type.IsEnum)
            return "enum";
        var record = IsRecord(type) ? "record " : "";
        if (type.IsValueType)
            return (type.IsDefined(typeof(IsReadOnlyAttribute), inherit: false) ? "readonly " : "") + (type.IsByRefLike ? "ref " : "") + record + "struct";
        var modifier = (type.IsAbstract, type.IsSealed) switch
        {
            (true, true) => "static ",
            (true, false) => "abstract ",
            (false, true) => "sealed ",
            _ => "",
        };
        return modifier + record + "class";
    }

    private static bool IsDelegate(Type type) => type.IsSubclassOf(typeof(MulticastDelegate));

    private static bool IsRecord(Type type) =>
        type.GetMethod("PrintMembers", Declared)?.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) is true;

    private static bool IsEquatable(Type contract) => contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IEquatable<>);
}
