using System.Net;
using System.Text;
using System.Text.Json;

namespace Invitations;

/// <summary>What a provider answered.</summary>
/// <param name="Status">The status.</param>
/// <param name="RetryAfter">When it wants the next request, or null.</param>
/// <param name="Body">The beginning of the content, as UTF-8.</param>
internal sealed record HttpAnswer(HttpStatusCode Status, TimeSpan? RetryAfter, string Body)
{
    private const int MostBytes = 65_536;
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(6);

    public bool IsSuccess => (int)Status is >= 200 and < 300;

    public static async Task<HttpAnswer> ReadAsync(HttpResponseMessage response, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            var buffer = new byte[MostBytes];
            var read = await stream.ReadAtLeastAsync(buffer, MostBytes, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
            return new(response.StatusCode, WaitOf(response, now), Encoding.UTF8.GetString(buffer, 0, read));
        }
    }

    /// <summary>Reads a value of a JSON answer, as text.</summary>
    /// <param name="path">Names and numbers with dots between them, such as <c>messages.0.message-id</c>, or null.</param>
    /// <returns>The value, or null where there is none.</returns>
    public string? Value(string? path)
    {
        if (path is null)
            return null;
        try
        {
            using var json = JsonDocument.Parse(Body);
            var element = json.RootElement;
            foreach (var step in path.Split('.'))
            {
                if (element.ValueKind is JsonValueKind.Array && int.TryParse(step, out var index) && index >= 0 && index < element.GetArrayLength())
                    element = element[index];
                else if (element.ValueKind is not JsonValueKind.Object || !element.TryGetProperty(step, out element))
                    return null;
            }

            return element.ValueKind is JsonValueKind.String ? element.GetString() : element.ValueKind is JsonValueKind.Null ? null : element.GetRawText();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static TimeSpan? WaitOf(HttpResponseMessage response, DateTimeOffset now)
    {
        var after = response.Headers.RetryAfter;
        var wait = after?.Delta ?? (after?.Date is { } date ? date - now : null);
        return wait is not { } time || time <= TimeSpan.Zero ? null : time < LongestWait ? time : LongestWait;
    }
}
