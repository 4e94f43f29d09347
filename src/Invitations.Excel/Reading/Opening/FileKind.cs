namespace Invitations;

/// <summary>What a file is, by its content; nobody looks at its name.</summary>
internal enum FileKind
{
    /// <summary>A text with separated values.</summary>
    Text,

    /// <summary>A zip archive with an Excel workbook.</summary>
    Workbook,
}
