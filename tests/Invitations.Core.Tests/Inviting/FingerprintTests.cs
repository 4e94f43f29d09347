using System.Reflection;

namespace Invitations.Tests.Inviting;

public sealed class FingerprintTests
{
    private static readonly Inviter Inviter = Inviter.OrganizationAdmin("u-1");

    public static TheoryData<string> RowProperties => [.. Names(typeof(Invite)).Except([nameof(Invite.Row)])];

    public static TheoryData<string> OptionProperties => [.. Names(typeof(InviteOptions)).Except([nameof(InviteOptions.DryRun), nameof(InviteOptions.IdempotencyKey)])];

    [Theory]
    [MemberData(nameof(RowProperties))]
    public void Whatever_a_row_says_makes_it_another_row(string property)
    {
        var invite = new Invite();
        Change(invite, property);

        Assert.NotEqual(Of([new()]), Of([invite]));
        Assert.Equal(Of([invite]), Of([invite]));
    }

    [Theory]
    [MemberData(nameof(OptionProperties))]
    public void Whatever_the_options_say_makes_it_another_request(string property)
    {
        var options = new InviteOptions();
        Change(options, property);

        Assert.NotEqual(Of([new()]), InviteFingerprint.Of([new()], options, Inviter));
    }

    [Fact]
    public void Where_one_text_ends_and_the_next_begins_counts()
    {
        Assert.NotEqual(Of([new() { FirstName = "ab", LastName = "c" }]), Of([new() { FirstName = "a", LastName = "bc" }]));
        Assert.NotEqual(Of([new() { Roles = ["a", "b"] }]), Of([new() { Roles = ["a"], Groups = ["b"] }]));
        Assert.NotEqual(Of([new() { Roles = [] }]), Of([new() { Roles = null }]));
        Assert.NotEqual(Of([new() { FirstName = "" }]), Of([new()]));
        Assert.NotEqual(Of([new("a@example.com"), new()]), Of([new(), new("a@example.com")]));
    }

    [Fact]
    public void The_order_within_a_dictionary_does_not_count() => Assert.Equal(
        Of([new() { Metadata = new Dictionary<string, string> { ["a"] = "1", ["b"] = "2" } }]),
        Of([new() { Metadata = new Dictionary<string, string> { ["b"] = "2", ["a"] = "1" } }]));

    [Fact]
    public void Who_asks_counts() => Assert.NotEqual(Of([new()]), InviteFingerprint.Of([new()], new(), Inviter.OrganizationAdmin("u-2")));

    private static string Of(IReadOnlyList<Invite> invites) => InviteFingerprint.Of(invites, new(), Inviter);

    private static IEnumerable<string> Names(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite).Select(property => property.Name);

    private static void Change(object target, string name)
    {
        var property = target.GetType().GetProperty(name)!;
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        property.SetValue(target, type switch
        {
            _ when type == typeof(string) => "x",
            _ when type == typeof(bool) => true,
            _ when type == typeof(DateOnly) => new DateOnly(2027, 1, 4),
            _ when type == typeof(DateTimeOffset) => new DateTimeOffset(2027, 1, 4, 0, 0, 0, TimeSpan.Zero),
            _ when type == typeof(TimeSpan) => TimeSpan.FromDays(1),
            _ when type == typeof(IReadOnlyList<string>) => new[] { "x" },
            _ when type == typeof(IReadOnlyDictionary<string, string>) => new Dictionary<string, string> { ["x"] = "y" },
            { IsEnum: true } => Enum.GetValues(type).Cast<object>().Last(),
            _ => throw new InvalidOperationException($"Say how {type} is changed."),
        });
    }
}
