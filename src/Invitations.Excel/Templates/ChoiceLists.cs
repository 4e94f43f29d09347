using System.Globalization;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Invitations;

/// <summary>The values that drop-down lists offer, on a hidden sheet with a column for each list.</summary>
internal sealed class ChoiceLists(CultureInfo culture)
{
    /// <summary>Not localised: the formulas of the drop-down lists name it.</summary>
    public const string SheetName = "Lists";

    private readonly List<IReadOnlyList<string>> _lists = [];
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

    public bool IsEmpty => _lists.Count == 0;

    /// <summary>Where the values of a column are, or null where there are none to choose from. Columns with the same values share a list.</summary>
    public string? RangeOf(SpreadsheetColumn column)
    {
        var shown = column.Choices.Select(choice => choice.ShownIn(culture)).Where(text => text.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        if (shown.Count == 0)
            return null;
        var content = string.Join('\n', shown);
        if (!_places.TryGetValue(content, out var place))
        {
            _lists.Add(shown);
            _places[content] = place = _lists.Count;
        }

        return FormattableString.Invariant($"{SheetName}!${ColumnName.Of(place)}$1:${ColumnName.Of(place)}${shown.Count}");
    }

    public async Task WriteAsync(WorkbookPackage package, int number, CancellationToken cancellationToken)
    {
        using (var sheet = new SheetWriter(
            package.Begin(WorkbookFrame.Sheet(number)), SheetWriter.Columns(Enumerable.Repeat((20d, CellStyle.Text), Math.Max(1, _lists.Count)))))
        {
            for (var row = 0; row < _lists.Select(list => list.Count).DefaultIfEmpty().Max(); row++)
            {
                sheet.BeginRow();
                for (var i = 0; i < _lists.Count; i++)
                {
                    if (row < _lists[i].Count)
                        sheet.Text(i + 1, _lists[i][row], CellStyle.Text);
                }

                sheet.EndRow();
            }

            sheet.End(new PageMargins { Left = 0.5, Right = 0.5, Top = 0.5, Bottom = 0.5, Header = 0.3, Footer = 0.3 });
        }

        await package.DrainIfFullAsync(cancellationToken).ConfigureAwait(false);
    }
}
