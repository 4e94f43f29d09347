namespace Invitations;

/// <summary>A note at a cell, which shows when somebody points at it.</summary>
/// <param name="Column">The number of the column, from 1.</param>
/// <param name="Row">The number of the row, from 1.</param>
/// <param name="Text">What it says.</param>
internal readonly record struct SheetNote(int Column, int Row, string Text);
