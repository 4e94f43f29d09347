namespace Invitations;

/// <summary>One thing that is wrong with a file, a column, a row or a cell: where it is, and what.</summary>
public sealed record ImportProblem
{
    /// <summary>The number of the row as a spreadsheet program shows it, from 1, or null where it is not about one row.</summary>
    public int? Row { get; init; }

    /// <summary>The letters of the column as a spreadsheet program shows them, such as <c>AB</c>, or null where it is not about one column of the file.</summary>
    public string? Column { get; init; }

    /// <summary>What the header of the column says, or null where there is no column or no header.</summary>
    public string? Header { get; init; }

    /// <summary>What the cell says, cut off after 200 characters, or null where the cell is blank or it is not about one cell. Personal data: show it, and do not log it.</summary>
    public string? Value { get; init; }

    /// <summary>What is wrong.</summary>
    public required InvitationError Error { get; init; }

    /// <summary>Whether it is only to be looked at, and refuses nothing. The default value is <see langword="false"/>.</summary>
    public bool IsWarning { get; init; }

    /// <summary>The stable code of <see cref="Error"/>.</summary>
    public string Code => Error.Code;

    /// <summary>The message of <see cref="Error"/> in the language of <see cref="System.Globalization.CultureInfo.CurrentUICulture"/>.</summary>
    public string Message => Error.Message;

    /// <summary>The place and the code, without the value.</summary>
    public override string ToString() => FormattableString.Invariant($"{Column}{Row}: {Code}");
}
