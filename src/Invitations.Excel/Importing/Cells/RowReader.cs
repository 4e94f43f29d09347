namespace Invitations;

/// <summary>Turns the rows below the headers into invites.</summary>
/// <param name="layout">What the columns fill.</param>
/// <param name="options">How cells are read.</param>
/// <param name="warn">Is told of what is wrong with a column as a whole, once.</param>
internal sealed class RowReader(SheetLayout layout, ImportOptions options, Action<ImportProblem> warn)
{
    private readonly CellValues _values = new(options.DateOrder, layout.Sheet.CountsDatesFrom1904);
    private readonly InviteDraftRow _draft = new();
    private readonly HashSet<int> _withoutHeader = [];

    /// <summary>Reads the rows that say anything in a column that is read.</summary>
    public IEnumerable<ImportRow> Read()
    {
        foreach (var row in layout.Rows)
        {
            if (Read(row) is { } read)
                yield return read;
        }
    }

    private ImportRow? Read(SpreadsheetRow row)
    {
        List<ImportProblem>? problems = null;
        var isBlank = true;
        for (var i = 0; i < row.Cells.Count; i++)
        {
            var cell = row.Cells[i];
            if (layout.At(cell.Column) is not { } binding)
            {
                TellOfMissingHeader(row, cell);
                continue;
            }

            var error = Refusal(cell, binding) ?? (Trimmed(cell.Text) is { Length: > 0 } text ? Take(binding, cell, text, ref isBlank) : null);
            if (error is null)
                continue;
            isBlank = false;
            (problems ??= []).Add(ProblemOf(row, binding, error));
        }

        return isBlank ? null : new(_draft.Take(row.Number), problems ?? (IReadOnlyList<ImportProblem>)[], row);
    }

    /// <summary>Says where an error is.</summary>
    public static ImportProblem ProblemOf(SpreadsheetRow row, ColumnBinding? binding, InvitationError error, bool isWarning = false) => new()
    {
        Row = row.Number,
        Column = binding?.Letters,
        Header = binding?.Header,
        Value = binding is null ? null : ShownIn(row, binding.Number),
        Error = error,
        IsWarning = isWarning,
    };

    private InvitationError? Refusal(SpreadsheetCell cell, ColumnBinding binding) => cell switch
    {
        { IsFormula: true } when options.Formulas is FormulaRule.Refuse => new(InvitationErrorCodes.CellFormula, binding.Column.ErrorField),
        { IsFormula: true, Text.Length: 0 } => new(InvitationErrorCodes.CellNotCalculated, binding.Column.ErrorField),
        { Kind: SpreadsheetCellKind.Error } => CellError.Of(InvitationErrorCodes.CellFailed, binding.Column.ErrorField, ("shown", cell.Text)),
        { Kind: SpreadsheetCellKind.TooLong } => CellError.Of(InvitationErrorCodes.CellTooLong, binding.Column.ErrorField, ("limit", options.Limits.CellLength)),
        _ => null,
    };

    private InvitationError? Take(ColumnBinding binding, SpreadsheetCell cell, string text, ref bool isBlank)
    {
        isBlank = false;
        if (binding.HoldsDigits)
            TellOfNumbers(binding, cell);
        return _values.Take(binding, cell, text, _draft);
    }

    /// <summary>A column of numbers where digits matter, told of once: whoever has one such cell has many.</summary>
    private void TellOfNumbers(ColumnBinding binding, SpreadsheetCell cell)
    {
        if (cell.Kind is not SpreadsheetCellKind.Number || binding.HasToldOfNumbers || cell.Text.StartsWith('0'))
            return;
        binding.HasToldOfNumbers = true;
        warn(new()
        {
            Column = binding.Letters,
            Header = binding.Header,
            Error = CellError.Value(InvitationErrorCodes.NumberZerosLost, binding.Column.ErrorField),
            IsWarning = true,
        });
    }

    private void TellOfMissingHeader(SpreadsheetRow row, SpreadsheetCell cell)
    {
        if (_withoutHeader.Contains(cell.Column) || layout.HasHeader(cell.Column) || string.IsNullOrWhiteSpace(cell.Text))
            return;
        _withoutHeader.Add(cell.Column);
        var letters = CellReference.ColumnName(cell.Column);
        var error = CellError.Of(InvitationErrorCodes.ColumnUnknown, null, ("header", ""), ("column", letters));
        if (options.UnknownColumns is UnknownColumnRule.Refuse)
            throw new SpreadsheetRefusedException(error);
        warn(new() { Row = row.Number, Column = letters, Error = error, IsWarning = true });
    }

    private static string? ShownIn(SpreadsheetRow row, int column)
    {
        const int longest = 200;
        var text = row.Cells.FirstOrDefault(cell => cell.Column == column).Text;
        return text is { Length: > longest } ? text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)] : text;
    }

    /// <summary>Without white space of any kind around it, nor the marks that nobody sees.</summary>
    private static string Trimmed(string text)
    {
        if (text.Length == 0 || (IsInk(text[0]) && IsInk(text[^1])))
            return text;
        var span = text.AsSpan();
        while (span.Length > 0 && !IsInk(span[0]))
            span = span[1..];
        while (span.Length > 0 && !IsInk(span[^1]))
            span = span[..^1];
        return span.ToString();
    }

    private static bool IsInk(char character) => !char.IsWhiteSpace(character) && character is not ('\u200B' or '\uFEFF' or '\u2060');
}
