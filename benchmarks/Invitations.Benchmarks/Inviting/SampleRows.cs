using System.Globalization;

namespace Invitations.Benchmarks.Inviting;

/// <summary>Rows that are all valid and all different.</summary>
internal static class SampleRows
{
    private static readonly string[] FirstNames = ["Ana", "Ben", "Chloé", "Dmitri", "Eun-ji", "Fatima", "Günter", "Hana", "Iñigo", "Jane"];
    private static readonly string[] LastNames = ["García", "Smith", "Nowak", "Okafor", "Kim", "Müller", "de Vries", "O'Brien", "Sørensen", "Tanaka"];
    private static readonly string[] Departments = ["Logistics", "Nursing", "Night shift", "Research & Development"];
    private static readonly string[] Roles = ["editor"];

    /// <summary>What a pasted list brings: an address and nothing else.</summary>
    public static Invite Address(int number) => new(string.Create(CultureInfo.InvariantCulture, $"person{number}@example.com"));

    /// <summary>What a spreadsheet brings: names, a department, an employee id and roles of the row's own.</summary>
    public static Invite Person(int number) => new(string.Create(CultureInfo.InvariantCulture, $"person{number}@example.com"))
    {
        FirstName = FirstNames[number % FirstNames.Length],
        LastName = LastNames[number / FirstNames.Length % LastNames.Length],
        Department = Departments[number % Departments.Length],
        JobTitle = "Coordinator",
        EmployeeId = string.Create(CultureInfo.InvariantCulture, $"E{number:D7}"),
        Language = "en-GB",
        Roles = Roles,
    };

    public static async IAsyncEnumerable<Invite> Stream(int count, Func<int, Invite> row)
    {
        for (var number = 0; number < count; number++)
            yield return row(number);
        await Task.CompletedTask;
    }
}
