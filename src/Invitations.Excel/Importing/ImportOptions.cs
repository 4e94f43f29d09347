namespace Invitations;

/// <summary>How to import a file.</summary>
public sealed record ImportOptions
{
    /// <summary>What people call the batch, at most 200 characters, or null.</summary>
    public string? Name { get; init; }

    /// <summary>What holds for every row that does not say otherwise. Its mode, idempotency key and dry run are not looked at.</summary>
    public InviteOptions Invite { get; init; } = new();

    /// <summary>Whether one wrong row refuses the whole file. The default value is <see cref="BatchMode.AllOrNothing"/>.</summary>
    public BatchMode Mode { get; init; } = BatchMode.AllOrNothing;

    /// <summary>
    /// A key of the caller's own, at most 200 characters, or null. The same key with the same file and options goes on where an interrupted import
    /// stopped, and gives the batch again once it is complete: no row is staged twice. Another file under the same key is <c>idempotency.conflict</c>.
    /// </summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>The name of the sheet, compared ignoring case, or null for the first visible one whose header is recognised.</summary>
    public string? Sheet { get; init; }

    /// <summary>What a header does that nothing is known of. The default value is <see cref="UnknownColumnRule.Warn"/>.</summary>
    public UnknownColumnRule UnknownColumns { get; init; }

    /// <summary>What becomes of cells with formulas, which are never calculated here. The default value is <see cref="FormulaRule.ReadValue"/>.</summary>
    public FormulaRule Formulas { get; init; }

    /// <summary>How dates are meant that are written as text like <c>3/4/2026</c>. Null, the default, refuses those that can be read in two ways.</summary>
    public DateOrder? DateOrder { get; init; }

    /// <summary>The most problems that a result lists; that there are more is a problem by itself. The default value is 1,000; less than 1 means 1.</summary>
    public int MaxProblems { get; init; } = 1_000;

    /// <summary>How much of a file is read.</summary>
    public SpreadsheetLimits Limits { get; init; } = new();
}
