namespace Invitations;

/// <summary>A column that a file has, and what it was taken for.</summary>
/// <param name="Column">The letters of the column as a spreadsheet program shows them.</param>
/// <param name="Header">What its header says.</param>
/// <param name="Key">The key of what it fills (see <see cref="SpreadsheetColumnKeys"/>), or null where it is passed over.</param>
public sealed record ImportColumn(string Column, string Header, string? Key);
