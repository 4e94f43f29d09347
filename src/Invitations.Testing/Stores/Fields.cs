using System.Collections;
using System.Globalization;
using System.Reflection;

namespace Invitations.Testing;

/// <summary>Writes a record out as one line for each field, so that two of them are compared to the last nested one and a difference can be read.</summary>
internal static class Fields
{
    /// <summary>Asserts that two records have the same values in all fields, lists in the same order.</summary>
    public static void AreEqual<T>(T expected, T? actual)
        where T : class
    {
        Assert.NotNull(actual);
        Assert.Equal(Of(expected), Of(actual));
    }

    /// <summary>The fields that have the value that they have by default: what they hold could get lost unnoticed.</summary>
    public static IEnumerable<string> Unset(object record) =>
        from property in record.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
        where property.SetMethod is not null
        let value = property.GetValue(record)
        let path = property.Name
        from unset in value switch
        {
            null => [path],
            string or Guid or DateTimeOffset or DateOnly => [],
            ICollection collection => collection.Count == 0 ? [path] : [],
            IEnumerable sequence => sequence.Cast<object>().Any() ? [] : [path],
            _ when IsRecord(property.PropertyType) => Unset(value).Select(inner => $"{path}.{inner}"),
            _ => value.Equals(Activator.CreateInstance(value.GetType())) ? [path] : Enumerable.Empty<string>(),
        }
        select unset;

    private static string Of(object record) => string.Join('\n', Lines(record, ""));

    private static IEnumerable<string> Lines(object? value, string path) => value switch
    {
        null => [$"{path} is null"],
        string text => [$"{path} = '{text}'"],
        DateTimeOffset instant => [$"{path} = {instant.ToString("O", CultureInfo.InvariantCulture)}"],
        DateOnly date => [$"{path} = {date.ToString("O", CultureInfo.InvariantCulture)}"],
        IReadOnlyDictionary<string, string> map => map.Count == 0 ? [$"{path} is empty"]
            : map.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{path}[{pair.Key}] = '{pair.Value}'"),
        IEnumerable sequence => sequence.Cast<object>().Select((item, index) => $"{path}[{index}] = '{item}'").DefaultIfEmpty($"{path} is empty"),
        _ when IsRecord(value.GetType()) => value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .OrderBy(property => property.Name, StringComparer.Ordinal)
            .SelectMany(property => Lines(property.GetValue(value), $"{path}.{property.Name}")),
        _ => [string.Create(CultureInfo.InvariantCulture, $"{path} = {value}")],
    };

    private static bool IsRecord(Type type) => type.IsClass && type.Namespace is "Invitations" or "Invitations.Stores";
}
