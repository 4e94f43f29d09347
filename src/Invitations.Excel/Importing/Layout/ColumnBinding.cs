namespace Invitations;

/// <summary>A column of the file and what it fills.</summary>
internal sealed class ColumnBinding
{
    public required SpreadsheetColumn Column { get; init; }

    /// <summary>The number of the column, from 1.</summary>
    public required int Number { get; init; }

    public required string Header { get; init; }

    public required ImportField Field { get; init; }

    public string Letters => CellReference.ColumnName(Number);

    /// <summary>Whether digits in it are no quantity, so that a zero or a plus at the front matters.</summary>
    public bool HoldsDigits => Field is ImportField.Phone or ImportField.Identifier or ImportField.EmployeeId;

    /// <summary>Whether somebody was told that its numbers have lost what stood before them.</summary>
    public bool HasToldOfNumbers { get; set; }

    public static ImportField FieldOf(SpreadsheetColumn column) => column switch
    {
        { Group: not null } => ImportField.Group,
        { Field: not null } => ImportField.Host,
        { Key: SpreadsheetColumnKeys.Email } => ImportField.Email,
        { Key: SpreadsheetColumnKeys.Phone } => ImportField.Phone,
        { Key: SpreadsheetColumnKeys.Identifier } => ImportField.Identifier,
        { Key: SpreadsheetColumnKeys.IdentifierKind } => ImportField.IdentifierKind,
        { Key: SpreadsheetColumnKeys.FirstName } => ImportField.FirstName,
        { Key: SpreadsheetColumnKeys.LastName } => ImportField.LastName,
        { Key: SpreadsheetColumnKeys.JobTitle } => ImportField.JobTitle,
        { Key: SpreadsheetColumnKeys.Department } => ImportField.Department,
        { Key: SpreadsheetColumnKeys.LineManager } => ImportField.LineManager,
        { Key: SpreadsheetColumnKeys.StartDate } => ImportField.StartDate,
        { Key: SpreadsheetColumnKeys.EmployeeId } => ImportField.EmployeeId,
        { Key: SpreadsheetColumnKeys.Language } => ImportField.Language,
        { Key: SpreadsheetColumnKeys.Roles } => ImportField.Roles,
        { Key: SpreadsheetColumnKeys.Admin } => ImportField.Admin,
        { Key: SpreadsheetColumnKeys.Kind } => ImportField.Kind,
        { Key: SpreadsheetColumnKeys.Groups } => ImportField.Groups,
        { Key: SpreadsheetColumnKeys.Products } => ImportField.Products,
        { Key: SpreadsheetColumnKeys.MembershipEndsAt } => ImportField.MembershipEndsAt,
        { Key: SpreadsheetColumnKeys.PersonalMessage } => ImportField.PersonalMessage,
        _ => ImportField.None,
    };
}
