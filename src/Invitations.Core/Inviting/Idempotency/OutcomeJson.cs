using System.Globalization;
using System.Text.Json;

namespace Invitations;

/// <summary>Keeps the results of a chunk as JSON, to be given again. Written by hand, so that it needs no reflection.</summary>
internal static class OutcomeJson
{
    public static string Write(IReadOnlyList<InviteResult> results)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            foreach (var result in results)
                Write(json, result);
            json.WriteEndArray();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
    }

    /// <param name="text">What was written.</param>
    /// <param name="recipients">The recipients of the rows, which are not kept twice.</param>
    public static IReadOnlyList<InviteResult> Read(string text, IReadOnlyList<Recipient?> recipients)
    {
        using var document = JsonDocument.Parse(text);
        var results = new List<InviteResult>(recipients.Count);
        foreach (var element in document.RootElement.EnumerateArray())
            results.Add(ReadResult(element, recipients[results.Count]));
        return results;
    }

    private static void Write(Utf8JsonWriter json, InviteResult result)
    {
        json.WriteStartObject();
        json.WriteNumber("row", result.Row);
        json.WriteString("outcome", result.Outcome.ToString());
        if (result.InvitationId is { } id)
            json.WriteString("id", id);
        if (result.ExpiresAt is { } expiresAt)
            json.WriteString("expires", expiresAt);
        if (result.Errors.Count > 0)
        {
            json.WriteStartArray("errors");
            foreach (var error in result.Errors)
                Write(json, error);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

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

    private static InviteResult ReadResult(JsonElement element, Recipient? recipient) =>
        new(element.GetProperty("row").GetInt32(), Enum.Parse<InviteOutcome>(element.GetProperty("outcome").GetString()!))
        {
            InvitationId = element.TryGetProperty("id", out var id) ? id.GetGuid() : null,
            ExpiresAt = element.TryGetProperty("expires", out var expires) ? expires.GetDateTimeOffset() : null,
            Recipient = recipient,
            Errors = element.TryGetProperty("errors", out var errors) ? [.. errors.EnumerateArray().Select(ReadError)] : [],
        };

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
