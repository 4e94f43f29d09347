using System.Globalization;

namespace Invitations;

/// <summary>Lays out the columns of an error workbook: what is wrong, the columns of the file that have a header, and the required ones that it lacks.</summary>
internal static class ErrorColumns
{
    public static IReadOnlyList<ErrorColumn> Of(SheetLayout layout, SpreadsheetColumns all, ProblemsByRow problems, CultureInfo culture)
    {
        var columns = new List<ErrorColumn>
        {
            new(0, PeopleColumn.Of(ColumnCatalogue.Reason, all, culture) with { Remarks = problems.OfFile }),
        };
        foreach (var column in layout.Source.Columns)
        {
            if (IsReason(column, all) || !CellReference.TryRead(column.Column, out var number, out _))
                continue;
            var bound = layout.At(number)?.Column;
            columns.Add(new(number, new(column.Header, bound?.Key, bound) { Remarks = problems.OfHeader(column.Column) }));
        }

        foreach (var field in problems.MissingFields)
        {
            if (all.All.FirstOrDefault(column => column.ErrorField == field) is { } missing && !columns.Exists(column => column.Written.Key == missing.Key))
                columns.Add(new(0, PeopleColumn.Of(missing, all, culture)));
        }

        return columns;
    }

    private static bool IsReason(ImportColumn column, SpreadsheetColumns all) =>
        column.Key is null && all.TryFindByHeader(column.Header, out var known) && known.Kind is SpreadsheetColumnKind.Reason;
}
