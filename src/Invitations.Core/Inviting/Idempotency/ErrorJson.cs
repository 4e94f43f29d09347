using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Invitations;

/// <summary>Keeps errors as JSON. Written by hand, so that it needs no reflection.</summary>
internal static class ErrorJson
{
    /// <returns>The errors as a text, or null where there are none.</returns>
    public static string? Write(IReadOnlyList<InvitationError> errors)
    {
        if (errors.Count == 0)
            return null;
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
            Write(json, errors);
        return Encoding.UTF8.GetString(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
    }

    public static void Write(Utf8JsonWriter json, IReadOnlyList<InvitationError> errors)
    {
        json.WriteStartArray();
        foreach (var error in errors)
            Write(json, error);
        json.WriteEndArray();
    }

    public static IReadOnlyList<InvitationError> Read(string? text)
    {
        if (text is null)
            return [];
        using var document = JsonDocument.Parse(text);
        return Read(document.RootElement);
    }

    public static IReadOnlyList<InvitationError> Read(JsonElement errors) => [.. errors.EnumerateArray().Select(ReadError)];

    private static void Write(Utf8JsonWriter json, InvitationError error)
    {
        json.WriteStartObject();
        json.WriteString("code", ForeignText.Storable(error.Code));
        if (error.Field is not null)
            json.WriteString("field", ForeignText.Storable(error.Field));
        if (error.Text is not null)
            json.WriteString("text", ForeignText.Storable(error.Text));
        json.WriteStartObject("arguments");
        foreach (var (name, value) in error.Arguments)
            Write(json, ForeignText.Storable(name), value);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, object? value)
    {
        switch (value)
        {
            case long number:
                json.WriteStartObject(name);
                json.WriteNumber("long", number);
                json.WriteEndObject();
                break;
            case bool truth:
                json.WriteBoolean(name, truth);
                break;
            case int number:
                json.WriteNumber(name, number);
                break;
            case DateTimeOffset instant:
                json.WriteStartObject(name);
                json.WriteString("at", instant);
                json.WriteEndObject();
                break;
            case TimeSpan span:
                json.WriteStartObject(name);
                json.WriteNumber("ticks", span.Ticks);
                json.WriteEndObject();
                break;
            case IEnumerable<string> texts:
                json.WriteStartArray(name);
                foreach (var text in texts)
                    json.WriteStringValue(ForeignText.Storable(text ?? ""));
                json.WriteEndArray();
                break;
            default:
                json.WriteString(name, ForeignText.Storable(Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""));
                break;
        }
    }

    private static InvitationError ReadError(JsonElement element) =>
        new(element.GetProperty("code").GetString()!, element.TryGetProperty("field", out var field) ? field.GetString() : null)
        {
            Text = element.TryGetProperty("text", out var text) ? text.GetString() : null,
            Arguments = element.GetProperty("arguments").EnumerateObject().ToDictionary(
                property => property.Name, property => ReadValue(property.Value), StringComparer.Ordinal),
        };

    private static object ReadValue(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.GetInt32(),
        JsonValueKind.True or JsonValueKind.False => value.GetBoolean(),
        JsonValueKind.Array => value.EnumerateArray().Select(text => text.GetString() ?? "").ToArray(),
        JsonValueKind.Object when value.TryGetProperty("at", out var at) => at.GetDateTimeOffset(),
        JsonValueKind.Object when value.TryGetProperty("long", out var number) => number.GetInt64(),
        JsonValueKind.Object => TimeSpan.FromTicks(value.GetProperty("ticks").GetInt64()),
        _ => value.GetString() ?? "",
    };
}
