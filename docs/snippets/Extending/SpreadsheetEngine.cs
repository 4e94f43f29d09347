using Invitations;
using Microsoft.Extensions.DependencyInjection;

namespace Snippets.Extending;

public static class SpreadsheetEngine
{
    #region custom-spreadsheet-engine
    public sealed class TrustedEngine(OfficeLibrary library) : ISpreadsheetEngine
    {
        public ValueTask<Spreadsheet> OpenAsync(SpreadsheetContext context, CancellationToken cancellationToken)
        {
            var workbook = library.Open(context.File);
            var sheets = workbook.Tables.Select(table => new SpreadsheetSheet
            {
                Name = table.Name,
                Rows = RowsOf(table, cancellationToken),
            });
            return ValueTask.FromResult(new Spreadsheet([.. sheets], workbook));
        }

        private static IEnumerable<SpreadsheetRow> RowsOf(OfficeTable table, CancellationToken cancellationToken)
        {
            foreach (var (number, texts) in table.Lines)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var cells = texts.Select((text, i) => new SpreadsheetCell(i + 1, SpreadsheetCellKind.Text, text));
                yield return new SpreadsheetRow(number, [.. cells.Where(cell => cell.Text.Length > 0)]);
            }
        }
    }
    #endregion

    public static void Register(InvitationsBuilder builder)
    {
        #region custom-spreadsheet-engine-registration
        builder.UseSpreadsheetEngine<TrustedEngine>();
        #endregion
    }

    public sealed class OfficeLibrary
    {
        public OfficeWorkbook Open(Stream file) => new([new(file.CanSeek ? "People" : "", [(1, ["email"])])]);
    }

    public sealed class OfficeWorkbook(IReadOnlyList<OfficeTable> tables) : IDisposable
    {
        public IReadOnlyList<OfficeTable> Tables { get; } = tables;

        public void Dispose()
        {
        }
    }

    public sealed record OfficeTable(string Name, IReadOnlyList<(int Number, string[] Texts)> Lines);
}
