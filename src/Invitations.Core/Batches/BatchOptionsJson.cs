using System.Text;
using System.Text.Json;

namespace Invitations;

/// <summary>Keeps what holds for every row of a batch, as JSON.</summary>
internal static class BatchOptionsJson
{
    public static string Write(InviteOptions options)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
            Write(json, options);
        return Encoding.UTF8.GetString(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
    }

    public static InviteOptions Read(string text)
    {
        using var document = JsonDocument.Parse(text);
        var json = document.RootElement;
        return new()
        {
            Kind = (GrantKind)json.GetProperty(FieldNames.Kind).GetInt32(),
            Roles = json.Texts(FieldNames.Roles) ?? [],
            Groups = json.Texts(FieldNames.Groups) ?? [],
            Products = json.Texts(FieldNames.Products) ?? [],
            Language = json.Text(FieldNames.Language),
            PersonalMessage = json.Text(FieldNames.PersonalMessage),
            Lifetime = json.TryGetProperty(FieldNames.Lifetime, out var ticks) ? new TimeSpan(ticks.GetInt64()) : null,
            MembershipEndsAt = json.Instant(FieldNames.MembershipEndsAt),
            Channels = json.Texts(FieldNames.Channels),
            Metadata = json.Map(FieldNames.Metadata),
            RedirectPath = json.Text(FieldNames.RedirectPath),
            WhenAlreadyInvited = (WhenAlreadyInvited)json.GetProperty("when_already_invited").GetInt32(),
            WhenAccountExists = (WhenAccountExists)json.GetProperty("when_account_exists").GetInt32(),
        };
    }

    private static void Write(Utf8JsonWriter json, InviteOptions options)
    {
        json.WriteStartObject();
        json.WriteNumber(FieldNames.Kind, (int)options.Kind);
        json.WriteTexts(FieldNames.Roles, options.Roles);
        json.WriteTexts(FieldNames.Groups, options.Groups);
        json.WriteTexts(FieldNames.Products, options.Products);
        json.WriteText(FieldNames.Language, options.Language);
        json.WriteText(FieldNames.PersonalMessage, options.PersonalMessage);
        if (options.Lifetime is { } lifetime)
            json.WriteNumber(FieldNames.Lifetime, lifetime.Ticks);
        if (options.MembershipEndsAt is { } end)
            json.WriteString(FieldNames.MembershipEndsAt, end);
        json.WriteTexts(FieldNames.Channels, options.Channels);
        json.WriteMap(FieldNames.Metadata, options.Metadata);
        json.WriteText(FieldNames.RedirectPath, options.RedirectPath);
        json.WriteNumber("when_already_invited", (int)options.WhenAlreadyInvited);
        json.WriteNumber("when_account_exists", (int)options.WhenAccountExists);
        json.WriteEndObject();
    }
}
