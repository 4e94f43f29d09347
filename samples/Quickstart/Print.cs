using System.Globalization;
using Invitations;
using Spectre.Console;

namespace Quickstart;

/// <summary>Tables on the console; nothing of the library is in here.</summary>
public static class Print
{
    private static readonly IAnsiConsole Output = CreateOutput();

    public static void Rows(string title, PastedList list, BulkInviteResult result)
    {
        var table = NewTable(title, "#", "Entry", "Outcome", "Why");
        foreach (var row in result.Rows)
        {
            var entry = list.Entries[row.Row - 1];
            var colour = row.Succeeded ? "green" : "red";
            table.AddRow(
                row.Row.ToString(CultureInfo.InvariantCulture),
                Markup.Escape(entry.Text),
                $"[{colour}]{row.Outcome}[/]",
                Markup.Escape(string.Join("\n", row.Errors.Select(error => $"{error.Code}: {error.Message}"))));
        }

        Output.Write(table);
        foreach (var error in result.Errors)
            Line($"{error.Code}: {error.Message}");
        Line($"{result.Count(InviteOutcome.Invited)} of {result.Rows.Count} invited.");
    }

    public static void Secrets(string title, List<InviteResult> rows, List<RevealedSecrets> secrets)
    {
        var table = NewTable(title, "Recipient", "Link", "Code");
        foreach (var (row, secret) in rows.Zip(secrets))
        {
            var recipient = row.Recipient!.Email ?? row.Recipient.Phone ?? row.Recipient.Identifier!.Value;
            table.AddRow(Markup.Escape(recipient), secret.Link.AbsoluteUri, secret.Code ?? "");
        }

        Output.Write(table);
    }

    public static void Outcome(string title, AcceptResult result) => Line(result.Acceptance is { } accepted
        ? $"{title}: {accepted.UserId} joined the groups {string.Join(", ", accepted.Grant.Groups)}."
        : $"{title}: {result.Errors[0].Code}. {result.Errors[0].Message}");

    public static void Errors(string title, IReadOnlyList<InvitationError> errors)
    {
        Line($"{title}:");
        foreach (var error in errors)
            Line($"  {error.Code}: {error.Message}");
    }

    public static void History(string title, InvitationHistory history)
    {
        var table = NewTable(title, "When (UTC)", "What", "Who");
        foreach (var entry in history.Entries)
            table.AddRow(entry.At.ToString("u", CultureInfo.InvariantCulture), entry.Action.ToString(), entry.Actor ?? "");
        Output.Write(table);
    }

    public static void Members(Members members) =>
        Line($"Members now: {string.Join(", ", members.All.Select(member => $"{member.UserId} ({member.Name ?? "no name"})"))}.");

    public static void Line(string text) => Output.WriteLine(text);

    private static Table NewTable(string title, params string[] columns)
    {
        Output.WriteLine();
        Output.WriteLine(title);
        var table = new Table().Border(TableBorder.Rounded);
        foreach (var column in columns)
            table.AddColumn(new TableColumn(column).NoWrap());
        table.Columns[^1].NoWrap = columns[^1] is "Link" or "Code";
        return table;
    }

    private static IAnsiConsole CreateOutput()
    {
        if (!Console.IsOutputRedirected)
            return AnsiConsole.Console;

        // A pipe has neither colours nor a width; a table cut at 80 columns could not be read.
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors });
        console.Profile.Width = 160;
        return console;
    }
}
