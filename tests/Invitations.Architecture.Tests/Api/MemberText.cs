using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Invitations.Architecture.Tests.Api;

/// <summary>Members as C# declares them, one line each.</summary>
internal static class MemberText
{
    public static string? Of(MemberInfo member) => member switch
    {
        ConstructorInfo constructor => IsSeen(constructor) ? $"{Access(constructor)}{TypeText.Bare(constructor.DeclaringType!.Name)}({Parameters(constructor)})" : null,
        FieldInfo field => IsSeen(field) ? Field(field) : null,
        PropertyInfo property => Property(property),
        EventInfo @event => IsSeen(@event.AddMethod!) ? $"{Modifiers(@event.AddMethod!)}event {TypeText.Of(@event.EventHandlerType!)} {@event.Name}" : null,
        MethodInfo method => IsSeen(method) && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal)) ? Method(method) : null,
        _ => null,
    };

    public static string Parameters(MethodBase method)
    {
        var isExtension = method.IsDefined(typeof(ExtensionAttribute), inherit: false);
        return string.Join(", ", method.GetParameters().Select((parameter, index) => (isExtension && index == 0 ? "this " : "") + Parameter(parameter)));
    }

    private static bool IsSeen(MethodBase method) =>
        (method.IsPublic || ((method.IsFamily || method.IsFamilyOrAssembly) && !method.DeclaringType!.IsSealed)) && !IsMade(method);

    private static bool IsSeen(FieldInfo field) =>
        (field.IsPublic || ((field.IsFamily || field.IsFamilyOrAssembly) && !field.DeclaringType!.IsSealed)) && !field.IsSpecialName;

    // What the compiler writes for every record; the word record in the declaration says it already.
    private static bool IsMade(MethodBase method) => !method.IsSpecialName && method.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
        || method.Name.StartsWith('<')
        || (method.Name is "op_Equality" or "op_Inequality" && method.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false))
        || (method is ConstructorInfo && method.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false));

    private static string Field(FieldInfo field)
    {
        var access = field.IsPublic ? "public " : "protected ";
        if (field.IsLiteral)
            return $"{access}const {TypeText.Of(field)} {field.Name} = {Literal(field.GetRawConstantValue())}";
        return $"{access}{(field.IsStatic ? "static " : "")}{(field.IsInitOnly ? "readonly " : "")}{Required(field)}{TypeText.Of(field)} {field.Name}";
    }

    private static string? Property(PropertyInfo property)
    {
        var accessors = new[] { property.GetMethod, property.SetMethod }.OfType<MethodInfo>().Where(IsSeen).ToList();
        if (accessors.Count == 0 || property.Name == "EqualityContract")
            return null;

        var widest = accessors.Find(accessor => accessor.IsPublic) ?? accessors[0];
        var name = property.GetIndexParameters().Length == 0 ? property.Name : $"this[{string.Join(", ", property.GetIndexParameters().Select(Parameter))}]";
        var verbs = accessors.Select(accessor => (Access(accessor) == Access(widest) ? "" : Access(accessor)) + Verb(property, accessor));
        return $"{Modifiers(widest)}{Required(property)}{TypeText.Of(property)} {name} {{ {string.Concat(verbs)}}}";
    }

    private static string Verb(PropertyInfo property, MethodInfo accessor)
    {
        if (accessor == property.GetMethod)
            return "get; ";
        return accessor.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? "init; " : "set; ";
    }

    private static string Method(MethodInfo method)
    {
        var generics = method.GetGenericArguments();
        var result = (method.ReturnType.IsByRef ? "ref " : "") + TypeText.Of(method.ReturnParameter);
        return $"{Modifiers(method)}{result} {method.Name}{TypeText.Parameters(generics)}({Parameters(method)}){TypeText.Constraints(generics)}";
    }

    private static string Parameter(ParameterInfo parameter)
    {
        var kind = parameter.ParameterType.IsByRef ? parameter.IsOut ? "out " : parameter.IsIn ? "in " : "ref "
            : parameter.IsDefined(typeof(ParamArrayAttribute)) || parameter.IsDefined(typeof(ParamCollectionAttribute)) ? "params " : "";
        var value = parameter.HasDefaultValue ? $" = {Default(parameter)}" : "";
        return $"{kind}{TypeText.Of(parameter)} {parameter.Name}{value}";
    }

    private static string Default(ParameterInfo parameter) => parameter.RawDefaultValue switch
    {
        null => parameter.ParameterType.IsValueType && Nullable.GetUnderlyingType(parameter.ParameterType) is null ? "default" : "null",
        var value when parameter.ParameterType.IsEnum => $"{parameter.ParameterType.Name}.{Enum.ToObject(parameter.ParameterType, value)}",
        var value => Literal(value),
    };

    private static string Literal(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        char character => $"'{character}'",
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Required(MemberInfo member) => member.IsDefined(typeof(RequiredMemberAttribute), inherit: false) ? "required " : "";

    private static string Access(MethodBase method) => method.IsPublic ? "public " : "protected ";

    private static string Modifiers(MethodInfo method)
    {
        if (method.DeclaringType!.IsInterface)
            return method.IsStatic ? "static " : "";
        if (method.IsStatic)
            return Access(method) + "static ";
        if (method.IsAbstract)
            return Access(method) + "abstract ";
        if (method.GetBaseDefinition() != method)
            return Access(method) + (method.IsFinal && !method.DeclaringType.IsSealed ? "sealed override " : "override ");
        return Access(method) + (method.IsVirtual && !method.IsFinal ? "virtual " : "");
    }
}
