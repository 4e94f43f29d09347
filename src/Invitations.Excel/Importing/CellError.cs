namespace Invitations;

/// <summary>Makes the errors of cells and columns with their arguments.</summary>
internal static class CellError
{
    public static InvitationError Of(string code, string? field, params ReadOnlySpan<(string Name, object Value)> arguments)
    {
        if (arguments.IsEmpty)
            return new(code, field);
        var all = new Dictionary<string, object>(arguments.Length, StringComparer.Ordinal);
        foreach (var (name, value) in arguments)
            all[name] = value;
        return new(code, field) { Arguments = all };
    }

    /// <summary>An error about a value, whose message names the field.</summary>
    public static InvitationError Value(string code, string field) => Of(code, field, ("field", field));
}
