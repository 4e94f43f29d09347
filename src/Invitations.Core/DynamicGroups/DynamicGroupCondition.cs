using System.Globalization;

namespace Invitations;

/// <summary>What one field of the profile must be. Everything that is set must hold; with nothing set, that there is a value.</summary>
public sealed record DynamicGroupCondition
{
    /// <summary>The field: <c>job_title</c>, <c>department</c>, <c>line_manager</c>, <c>start_date</c>, <c>employee_id</c>, <c>language</c>, or the key of one of <see cref="TenantSettings.Fields"/>.</summary>
    public required string Field { get; init; }

    /// <summary>The values that it may have, compared ordinally ignoring case. Empty, the default, means any.</summary>
    public IReadOnlyList<string> IsOneOf { get; init; } = [];

    /// <summary>The earliest date, or null. A value that is no date does not hold.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The latest date, or null. A value that is no date does not hold.</summary>
    public DateOnly? Until { get; init; }

    internal bool HoldsFor(Profile profile)
    {
        var value = FieldOf(profile, Field);
        if (string.IsNullOrWhiteSpace(value) || (IsOneOf.Count > 0 && !IsOneOf.Contains(value, StringComparer.OrdinalIgnoreCase)))
            return false;
        if (From is null && Until is null)
            return true;
        return DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            && (From is null || date >= From) && (Until is null || date <= Until);
    }

    internal static bool IsBuiltIn(string field) => field is FieldNames.JobTitle or FieldNames.Department or FieldNames.LineManager
        or FieldNames.StartDate or FieldNames.EmployeeId or FieldNames.Language;

    private static string? FieldOf(Profile profile, string field) => field switch
    {
        FieldNames.JobTitle => profile.JobTitle,
        FieldNames.Department => profile.Department,
        FieldNames.LineManager => profile.LineManager,
        FieldNames.StartDate => profile.StartDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        FieldNames.EmployeeId => profile.EmployeeId,
        FieldNames.Language => profile.Language,
        _ => profile.Fields.GetValueOrDefault(field),
    };
}
