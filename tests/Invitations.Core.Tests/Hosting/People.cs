namespace Invitations.Tests.Hosting;

/// <summary>People to invite, as many as a test needs.</summary>
internal static class People
{
    public static IReadOnlyList<Invite> Of(int count, int from = 1) => [.. Enumerable.Range(from, count).Select(Person)];

    public static Invite Person(int number) => new(Email(number));

    public static string Email(int number) => $"person{number}@example.com";
}
