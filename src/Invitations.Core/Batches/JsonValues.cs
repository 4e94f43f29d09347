using System.Text.Json;

namespace Invitations;

/// <summary>Values that may be missing, in and out of JSON.</summary>
internal static class JsonValues
{
    public static void WriteText(this Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
            json.WriteString(name, ForeignText.Storable(text));
    }

    public static void WriteTexts(this Utf8JsonWriter json, string name, IReadOnlyCollection<string>? texts)
    {
        if (texts is null)
            return;
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(ForeignText.Storable(text ?? ""));
        json.WriteEndArray();
    }

    public static void WriteMap(this Utf8JsonWriter json, string name, IReadOnlyDictionary<string, string>? texts)
    {
        if (texts is null)
            return;
        json.WriteStartObject(name);
        foreach (var (key, text) in texts)
            json.WriteText(ForeignText.Storable(key), text);
        json.WriteEndObject();
    }

    public static string? Text(this JsonElement json, string name) => json.TryGetProperty(name, out var text) ? text.GetString() : null;

    public static bool? Truth(this JsonElement json, string name) => json.TryGetProperty(name, out var truth) ? truth.GetBoolean() : null;

    public static DateTimeOffset? Instant(this JsonElement json, string name) => json.TryGetProperty(name, out var at) ? at.GetDateTimeOffset() : null;

    public static IReadOnlyList<string>? Texts(this JsonElement json, string name) =>
        json.TryGetProperty(name, out var texts) ? [.. texts.EnumerateArray().Select(text => text.GetString() ?? "")] : null;

    public static IReadOnlyDictionary<string, string>? Map(this JsonElement json, string name) => json.TryGetProperty(name, out var texts)
        ? texts.EnumerateObject().ToDictionary(text => text.Name, text => text.Value.GetString() ?? "", StringComparer.Ordinal)
        : null;
}
