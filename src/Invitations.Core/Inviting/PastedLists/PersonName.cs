namespace Invitations;

/// <summary>Takes the name in front of an address apart, as mail programs write it: <c>Jane Doe</c> or <c>Doe, Jane</c>.</summary>
internal static class PersonName
{
    public static (string? First, string? Last) Split(string? name)
    {
        name = name?.Trim();
        if (string.IsNullOrEmpty(name))
            return (null, null);

        var comma = name.IndexOf(',', StringComparison.Ordinal);
        if (comma > 0 && comma < name.Length - 1)
            return (name[(comma + 1)..].Trim(), name[..comma].Trim());
        var space = name.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? (name, null) : (name[..space], name[(space + 1)..].Trim());
    }
}
