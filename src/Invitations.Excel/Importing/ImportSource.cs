namespace Invitations;

/// <summary>What was read of a file.</summary>
public sealed record ImportSource
{
    internal static ImportSource None { get; } = new();

    /// <summary>The name of the sheet; empty for a text file, and where no sheet could be read.</summary>
    public string Sheet { get; init; } = "";

    /// <summary>The number of the row with the headers, or null where no sheet could be read.</summary>
    public int? HeaderRow { get; init; }

    /// <summary>The columns with a header, in the order of the sheet.</summary>
    public IReadOnlyList<ImportColumn> Columns { get; init; } = [];

    /// <summary>Whether the file was made from a template of this library.</summary>
    public bool IsTemplate { get; init; }

    /// <summary>Whether the columns of the tenant have changed since the template was made. It is read all the same.</summary>
    public bool IsOutdatedTemplate { get; init; }
}
