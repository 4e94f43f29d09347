using System.Text.Json;

namespace Invitations;

/// <summary>Keeps an invite as it was given, as JSON. Written by hand, so that it needs no reflection; what is not set is left out.</summary>
internal static class InviteJson
{
    public static void Write(Utf8JsonWriter json, Invite invite)
    {
        json.WriteStartObject();
        json.WriteText(FieldNames.Email, invite.Email);
        json.WriteText(FieldNames.Phone, invite.Phone);
        json.WriteText(FieldNames.IdentifierKind, invite.IdentifierKind);
        json.WriteText(FieldNames.Identifier, invite.Identifier);
        json.WriteText(FieldNames.UserId, invite.UserId);
        if (invite.Anyone)
            json.WriteBoolean(FieldNames.Anyone, true);
        json.WriteText(FieldNames.FirstName, invite.FirstName);
        json.WriteText(FieldNames.LastName, invite.LastName);
        json.WriteText(FieldNames.JobTitle, invite.JobTitle);
        json.WriteText(FieldNames.Department, invite.Department);
        json.WriteText(FieldNames.LineManager, invite.LineManager);
        if (invite.StartDate is { } start)
            json.WriteNumber(FieldNames.StartDate, start.DayNumber);
        json.WriteText(FieldNames.EmployeeId, invite.EmployeeId);
        json.WriteText(FieldNames.Language, invite.Language);
        json.WriteMap("fields", invite.Fields is { Count: > 0 } fields ? fields : null);
        if (invite.Kind is { } kind)
            json.WriteNumber(FieldNames.Kind, (int)kind);
        json.WriteTexts(FieldNames.Roles, invite.Roles);
        if (invite.Admin is { } admin)
            json.WriteBoolean("admin", admin);
        json.WriteTexts(FieldNames.Groups, invite.Groups);
        json.WriteTexts(FieldNames.Products, invite.Products);
        if (invite.MembershipEndsAt is { } end)
            json.WriteString(FieldNames.MembershipEndsAt, end);
        json.WriteText(FieldNames.PersonalMessage, invite.PersonalMessage);
        json.WriteMap(FieldNames.Metadata, invite.Metadata);
        json.WriteText(FieldNames.RedirectPath, invite.RedirectPath);
        json.WriteEndObject();
    }

    /// <param name="text">What was written.</param>
    /// <param name="row">The position of the row where it comes from.</param>
    public static Invite Read(string text, int row)
    {
        using var document = JsonDocument.Parse(text);
        var json = document.RootElement;
        return new()
        {
            Email = json.Text(FieldNames.Email),
            Phone = json.Text(FieldNames.Phone),
            IdentifierKind = json.Text(FieldNames.IdentifierKind),
            Identifier = json.Text(FieldNames.Identifier),
            UserId = json.Text(FieldNames.UserId),
            Anyone = json.Truth(FieldNames.Anyone) ?? false,
            FirstName = json.Text(FieldNames.FirstName),
            LastName = json.Text(FieldNames.LastName),
            JobTitle = json.Text(FieldNames.JobTitle),
            Department = json.Text(FieldNames.Department),
            LineManager = json.Text(FieldNames.LineManager),
            StartDate = json.TryGetProperty(FieldNames.StartDate, out var start) ? DateOnly.FromDayNumber(start.GetInt32()) : null,
            EmployeeId = json.Text(FieldNames.EmployeeId),
            Language = json.Text(FieldNames.Language),
            Fields = json.Map("fields") ?? Empty<string, string>.Dictionary,
            Kind = json.TryGetProperty(FieldNames.Kind, out var kind) ? (GrantKind)kind.GetInt32() : null,
            Roles = json.Texts(FieldNames.Roles),
            Admin = json.Truth("admin"),
            Groups = json.Texts(FieldNames.Groups),
            Products = json.Texts(FieldNames.Products),
            MembershipEndsAt = json.Instant(FieldNames.MembershipEndsAt),
            PersonalMessage = json.Text(FieldNames.PersonalMessage),
            Metadata = json.Map(FieldNames.Metadata),
            RedirectPath = json.Text(FieldNames.RedirectPath),
            Row = row,
        };
    }
}
