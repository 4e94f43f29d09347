namespace Invitations;

/// <summary>A worksheet as the workbook lists it.</summary>
/// <param name="Name">The name on the tab.</param>
/// <param name="IsHidden">Whether it is hidden.</param>
/// <param name="Part">The part with its rows.</param>
internal sealed record SheetPart(string Name, bool IsHidden, string Part);
