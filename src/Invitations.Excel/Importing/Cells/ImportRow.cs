namespace Invitations;

/// <summary>One row of a file as an invite, with what is wrong with its cells.</summary>
/// <param name="Invite">The person, as far as the row could be read; its row is the number that a spreadsheet program shows.</param>
/// <param name="Problems">What could not be read.</param>
/// <param name="Cells">What the row says.</param>
internal sealed record ImportRow(Invite Invite, IReadOnlyList<ImportProblem> Problems, SpreadsheetRow Cells);
