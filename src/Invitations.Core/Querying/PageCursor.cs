using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Invitations.Stores;

namespace Invitations;

/// <summary>Writes the place of a row as an opaque text and reads it back. It says where, never what may be seen.</summary>
internal static class PageCursor
{
    private const int MaxLength = 200;

    public static string Write(InvitationSort sort, Invitation last) =>
        Write(sort, sort is InvitationSort.ExpiringFirst ? last.ExpiresAt : last.CreatedAt, last.Id);

    public static string Write(InvitationSort sort, DateTimeOffset? at, Guid id)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{(int)sort}.{at?.UtcTicks}.{id:N}");
        return Base64Url.EncodeToString(Encoding.ASCII.GetBytes(text));
    }

    public static bool TryRead(string? cursor, InvitationSort sort, out InvitationKeyset? after)
    {
        after = null;
        if (string.IsNullOrEmpty(cursor))
            return true;
        if (cursor.Length > MaxLength || !Base64Url.IsValid(cursor))
            return false;

        var parts = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(cursor)).Split('.');
        if (parts.Length != 3
            || parts[0] != ((int)sort).ToString(CultureInfo.InvariantCulture)
            || !TryReadInstant(parts[1], out var at)
            || (at is null && sort is not InvitationSort.ExpiringFirst)
            || !Guid.TryParseExact(parts[2], "N", out var id))
        {
            return false;
        }

        after = new(at, id);
        return true;
    }

    private static bool TryReadInstant(string text, out DateTimeOffset? instant)
    {
        instant = null;
        if (text.Length == 0)
            return true;
        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) || ticks > DateTimeOffset.MaxValue.Ticks)
            return false;
        instant = new(ticks, TimeSpan.Zero);
        return true;
    }
}
