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
            json.WritePropertyName("errors");
            ErrorJson.Write(json, result.Errors);
        }

        json.WriteEndObject();
    }

    private static InviteResult ReadResult(JsonElement element, Recipient? recipient) =>
        new(element.GetProperty("row").GetInt32(), Enum.Parse<InviteOutcome>(element.GetProperty("outcome").GetString()!))
        {
            InvitationId = element.TryGetProperty("id", out var id) ? id.GetGuid() : null,
            ExpiresAt = element.TryGetProperty("expires", out var expires) ? expires.GetDateTimeOffset() : null,
            Recipient = recipient,
            Errors = element.TryGetProperty("errors", out var errors) ? ErrorJson.Read(errors) : [],
        };
}
