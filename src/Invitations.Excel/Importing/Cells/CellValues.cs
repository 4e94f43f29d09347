namespace Invitations;

/// <summary>Reads the value of a cell as its column asks for it.</summary>
internal sealed class CellValues(DateOrder? dateOrder, bool countsDatesFrom1904)
{
    private const string Mailto = "mailto:";

    /// <summary>Puts the value where it belongs.</summary>
    /// <param name="binding">The column.</param>
    /// <param name="cell">The cell.</param>
    /// <param name="text">Its text, trimmed and not empty.</param>
    /// <param name="draft">What is filled.</param>
    /// <returns>What is wrong, or null.</returns>
    public InvitationError? Take(ColumnBinding binding, SpreadsheetCell cell, string text, InviteDraftRow draft) => binding.Column.Kind switch
    {
        SpreadsheetColumnKind.Email => Put(binding, Address(text), draft),
        SpreadsheetColumnKind.Date => TakeDate(binding, cell, text, draft),
        SpreadsheetColumnKind.Boolean => TakeTruth(binding, cell, text, draft),
        SpreadsheetColumnKind.Mark => TakeMark(binding, cell, text, draft),
        SpreadsheetColumnKind.Choice => TakeChoice(binding, Plain(cell, text), draft),
        SpreadsheetColumnKind.Language => Put(binding, binding.Column.ChoiceOf(text) ?? text, draft),
        SpreadsheetColumnKind.List => TakeList(binding, Plain(cell, text), draft),
        _ when binding.HoldsDigits => TakeDigits(binding, cell, text, draft),
        _ => Put(binding, Plain(cell, text), draft),
    };

    private static InvitationError? Put(ColumnBinding binding, string text, InviteDraftRow draft)
    {
        if (binding.Column.Field is { } field)
            draft.Set(field.Key, text);
        else
            draft.Set(binding.Field, text);
        return null;
    }

    /// <summary>A link shows its address or its target.</summary>
    private static string Address(string text)
    {
        if (!text.StartsWith(Mailto, StringComparison.OrdinalIgnoreCase))
            return text;
        var end = text.IndexOf('?', StringComparison.Ordinal);
        return text[Mailto.Length..(end < 0 ? text.Length : end)];
    }

    private static string Plain(SpreadsheetCell cell, string text) => cell.Kind is SpreadsheetCellKind.Number ? NumberText.Plain(text) : text;

    private static InvitationError? TakeDigits(ColumnBinding binding, SpreadsheetCell cell, string text, InviteDraftRow draft)
    {
        if (cell.Kind is SpreadsheetCellKind.Number)
            return Put(binding, NumberText.Plain(text), draft);
        if (NumberText.IsInPowersOfTen(text, out var isShortened))
        {
            return isShortened
                ? CellError.Value(InvitationErrorCodes.NumberShortened, binding.Column.ErrorField)
                : Put(binding, NumberText.Plain(text.Replace(',', '.')), draft);
        }

        return Put(binding, NumberText.WithoutZeroDecimals(text), draft);
    }

    private InvitationError? TakeDate(ColumnBinding binding, SpreadsheetCell cell, string text, InviteDraftRow draft)
    {
        if (cell.Kind is SpreadsheetCellKind.Number)
            text = SerialDate.Show(text, countsDatesFrom1904) ?? "";
        if (!DateText.TryRead(text, dateOrder, out var date))
            return CellError.Value(InvitationErrorCodes.ValueNotDate, binding.Column.ErrorField);
        switch (binding.Field)
        {
            case ImportField.StartDate:
                draft.StartDate = date;
                break;
            case ImportField.MembershipEndsAt:
                draft.LastDay = date;
                break;
            default:
                return Put(binding, date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), draft);
        }

        return null;
    }

    private static InvitationError? TakeTruth(ColumnBinding binding, SpreadsheetCell cell, string text, InviteDraftRow draft)
    {
        if (TruthOf(binding, cell, text) is not { } truth)
            return CellError.Value(InvitationErrorCodes.ValueNotBoolean, binding.Column.ErrorField);
        if (binding.Column.Field is null)
            draft.Admin = truth;
        else
            Put(binding, truth ? "true" : "false", draft);
        return null;
    }

    private static InvitationError? TakeMark(ColumnBinding binding, SpreadsheetCell cell, string text, InviteDraftRow draft)
    {
        if (TruthOf(binding, cell, text) is not { } truth)
            return CellError.Of(InvitationErrorCodes.ValueNotBoolean, binding.Column.ErrorField, ("field", binding.Header));
        if (truth)
            draft.AddGroups(binding.Column.Group!.Id);
        return null;
    }

    private static bool? TruthOf(ColumnBinding binding, SpreadsheetCell cell, string text) => binding.Column.ChoiceOf(Plain(cell, text)) switch
    {
        "true" => true,
        "false" => false,
        _ => null,
    };

    private static InvitationError? TakeChoice(ColumnBinding binding, string text, InviteDraftRow draft)
    {
        var choice = binding.Column.ChoiceOf(text);
        if (binding.Field is not ImportField.Kind)
            return Put(binding, choice ?? text, draft);
        if (Enum.TryParse<GrantKind>(choice, out var kind))
        {
            draft.Kind = kind;
            return null;
        }

        var culture = System.Globalization.CultureInfo.CurrentUICulture;
        var field = binding.Column.ErrorField;
        return CellError.Of(
            InvitationErrorCodes.ValueNotChoice, field,
            ("field", binding.Header), ("choices", binding.Column.Choices.Select(offered => offered.ShownIn(culture)).ToArray()));
    }

    /// <summary>Semicolons and lines separate; commas only where there is neither, since names may have them.</summary>
    private static InvitationError? TakeList(ColumnBinding binding, string text, InviteDraftRow draft)
    {
        if (binding.Column.ChoiceOf(text) is not null)
            return Put(binding, [text], draft);
        var separators = text.AsSpan().IndexOfAny(";\n\r") >= 0 ? [';', '\n', '\r'] : new[] { ',' };
        return Put(binding, text.Split(separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), draft);
    }

    private static InvitationError? Put(ColumnBinding binding, string[] texts, InviteDraftRow draft)
    {
        var values = Array.ConvertAll(texts, text => binding.Column.ChoiceOf(text) ?? text);
        switch (binding.Field)
        {
            case ImportField.Roles:
                draft.Roles = values;
                break;
            case ImportField.Products:
                draft.Products = values;
                break;
            default:
                draft.AddGroups(values);
                break;
        }

        return null;
    }
}
