using System.Text;
using System.Text.Json;

namespace Invitations;

/// <summary>Keeps who has ordered a batch to be sent, as JSON, so that it can be sent when they are not there.</summary>
/// <remarks>
/// What the host said they may do is kept with it and counts where nobody can be asked. Where an <see cref="IInviterAuthorityProvider"/> is registered, it
/// is asked when the batch is sent.
/// </remarks>
internal static class BatchOrderJson
{
    public static string Write(Inviter sender)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
            Write(json, sender);
        return Encoding.UTF8.GetString(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
    }

    public static Inviter Read(string text)
    {
        using var document = JsonDocument.Parse(text);
        var json = document.RootElement;
        var id = json.GetProperty("sender").GetString()!;
        if (json.Truth("system") is true)
            return Inviter.System(id);
        return new(id, json.Text("name"), json.TryGetProperty("authority", out var authority) ? ReadAuthority(authority) : null);
    }

    private static void Write(Utf8JsonWriter json, Inviter sender)
    {
        json.WriteStartObject();
        json.WriteText("sender", sender.UserId);
        if (sender.IsSystem)
            json.WriteBoolean("system", true);
        json.WriteText("name", sender.Name);
        if (sender.Authority is { } authority)
        {
            json.WriteStartObject("authority");
            json.WriteNumber("level", (int)authority.Level);
            json.WriteTexts("groups", authority.Groups);
            json.WriteTexts("roles", authority.Roles);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static InviterAuthority ReadAuthority(JsonElement json) => new()
    {
        Level = (InviterLevel)json.GetProperty("level").GetInt32(),
        Groups = json.Texts("groups") ?? [],
        Roles = json.Texts("roles") ?? [],
    };
}
