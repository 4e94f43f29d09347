using System.Text.Json;
using System.Text.Json.Serialization;

namespace Invitations.Stores.EntityFramework;

/// <summary>Texts by name in one column, as JSON.</summary>
internal static partial class TextMap
{
    public static string? Stored(IReadOnlyDictionary<string, string> texts) => texts.Count == 0
        ? null
        : JsonSerializer.Serialize(new Dictionary<string, string>(texts, StringComparer.Ordinal), TextMapJson.Default.DictionaryStringString);

    public static IReadOnlyDictionary<string, string> Read(string? stored) => stored is null
        ? Empty
        : JsonSerializer.Deserialize(stored, TextMapJson.Default.DictionaryStringString) ?? Empty;

    private static Dictionary<string, string> Empty { get; } = [];

    [JsonSerializable(typeof(Dictionary<string, string>))]
    private sealed partial class TextMapJson : JsonSerializerContext;
}
