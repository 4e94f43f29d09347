namespace Invitations;

/// <summary>A column of an error workbook.</summary>
/// <param name="Source">The number of the column in the file, from 1; 0 where the file has none.</param>
/// <param name="Written">The column as it is written.</param>
internal sealed record ErrorColumn(int Source, PeopleColumn Written);
