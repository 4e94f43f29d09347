namespace Invitations;

/// <summary>How a template lets people choose groups.</summary>
public enum SpreadsheetGroupLayout
{
    /// <summary>One column, with the names of the groups separated by semicolons.</summary>
    OneColumn,

    /// <summary>One column for each group, to put an X in.</summary>
    ColumnForEach,
}
