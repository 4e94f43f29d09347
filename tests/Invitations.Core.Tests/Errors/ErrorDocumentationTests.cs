namespace Invitations.Tests.Errors;

/// <summary>Holds <c>docs/errors.md</c> against the code: a row of a table that begins with a code is the explanation of that code.</summary>
public sealed class ErrorDocumentationTests
{
    private const int Columns = 6;

    [Fact]
    public void Every_code_is_explained_exactly_once_and_no_other() =>
        Assert.Equal(
            ErrorCatalogue.Codes.Order(StringComparer.Ordinal),
            Rows().Select(row => Unquote(row[0])).Order(StringComparer.Ordinal));

    [Fact]
    public void The_arguments_are_those_of_the_text()
    {
        var english = ErrorCatalogue.Messages(ErrorCatalogue.English);
        Assert.All(Rows(), row => Assert.Equal(
            ErrorCatalogue.Placeholders(english[Unquote(row[0])]),
            row[2] == "–" ? [] : row[2].Split(", ").Select(Unquote).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void Nothing_is_left_unsaid() =>
        Assert.All(Rows(), row =>
        {
            Assert.Equal(Columns, row.Length);
            Assert.All(row, cell => Assert.NotEmpty(cell));
        });

    private static List<string[]> Rows()
    {
        var rows = new List<string[]>();
        var isCodes = false;
        foreach (var line in File.ReadLines(Path.Combine(Root(), "docs", "errors.md")))
        {
            var cells = line.StartsWith('|') ? line.Trim().Trim('|').Split('|').Select(cell => cell.Trim()).ToArray() : [];
            isCodes = cells.Length > 0 && (isCodes || cells[0] == "code");
            if (isCodes && cells[0] != "code" && cells[0] != "---")
                rows.Add(cells);
        }

        return rows;
    }

    private static string Unquote(string cell)
    {
        Assert.Matches("^`[^`]+`$", cell);
        return cell.Trim('`');
    }

    private static string Root()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "Invitations.sln")))
            directory = directory.Parent;
        return directory?.FullName ?? throw new InvalidOperationException($"Invitations.sln is not above {AppContext.BaseDirectory}.");
    }
}
