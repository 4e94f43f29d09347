using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Invitations;

/// <summary>Writes the request of one text message. People's text lands in values, encoded, and never in names.</summary>
internal static class SmsRequest
{
    public static HttpRequestMessage Write(SmsGatewayOptions options, Delivery delivery, string number, string text)
    {
        var fields = options.Fields.Select(field => KeyValuePair.Create(field.Key, Fill(field.Value, options, delivery, number, text)));
        var request = new HttpRequestMessage(HttpMethod.Post, options.Url)
        {
            Content = options.Format is SmsBodyFormat.Json ? Json(fields) : new FormUrlEncodedContent(fields),
        };
        if (options.User is not null)
            request.Headers.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.User}:{options.Password}")));
        foreach (var (name, value) in options.Headers)
            request.Headers.TryAddWithoutValidation(name, value.Replace("{id}", delivery.Id.ToString(), StringComparison.Ordinal));
        return request;
    }

    /// <summary>In one pass: what people wrote is not looked at for placeholders.</summary>
    private static string Fill(string template, SmsGatewayOptions options, Delivery delivery, string number, string text)
    {
        var filled = new StringBuilder();
        for (var at = 0; at < template.Length;)
        {
            var (length, value) = Placeholder(template.AsSpan(at), options, delivery, number, text);
            filled.Append(length == 0 ? template[at].ToString() : value);
            at += Math.Max(1, length);
        }

        return filled.ToString();
    }

    private static (int Length, string? Value) Placeholder(ReadOnlySpan<char> rest, SmsGatewayOptions options, Delivery delivery, string number, string text) =>
        rest.StartsWith("{to}") ? (4, number)
        : rest.StartsWith("{digits}") ? (8, number.TrimStart('+'))
        : rest.StartsWith("{from}") ? (6, options.From)
        : rest.StartsWith("{text}") ? (6, text)
        : rest.StartsWith("{id}") ? (4, delivery.Id.ToString())
        : (0, null);

    private static ByteArrayContent Json(IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            foreach (var (name, value) in fields)
                json.WriteString(name, value);
            json.WriteEndObject();
        }

        return new(stream.ToArray()) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
    }
}
