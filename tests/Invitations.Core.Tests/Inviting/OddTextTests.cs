using System.Reflection;
using Invitations.Tests.Hosting;

namespace Invitations.Tests.Inviting;

/// <summary>Whatever is in an invite, it is a result and no exception.</summary>
public sealed class OddTextTests
{
    private static readonly string[] Pieces =
    [
        "", " ", "\t", "\0", "\r\n", "\u2028", "\uD800", "\uDFFF", "😀", "\u202E", "\u200B", "\uFEFF", "\uFFFF", "é", "e\u0301", "ß", "İ", "K", "ﬁ", "٣",
        "@", ".", "..", "-", "+", "+44", "0", "00", "7911123456", "example", ".com", "xn--", "a", "ana@example.com", "<", ">", "\"", "'", ",", ";", "&", "%00",
        "{", "}", "{field}", "{{x}}", "$(", "/", "//", "\\", "http://", "www.", "mailto:", "tel:", "admin", "editor", "Design", "g1", "crm", "nl-BE", "true",
        "1990-02-01", "birthday", "personnel_number", "phone_number", "u-1", "NaN", "1e400", "-0", "١٢٣", "\u0001", "DROP TABLE", "=1+1", "ǅ",
    ];

    [Fact]
    public async Task Five_thousand_odd_invites_end_in_results()
    {
        using var host = new TestHost(
            new TenantSettings
            {
                BatchSize = 10_000,
                Roles = ["editor", "admin"],
                Groups = [new("g1", "Design")],
                Products = ["crm"],
                Languages = ["nl"],
                Fields = [new() { Key = "shift" }, new() { Key = "day", Type = FieldType.Date }, new() { Key = "n", Type = FieldType.Number }],
            },
            accounts: new FakeAccounts(new Account { UserId = "u-1", Email = "ana@example.com", EmployeeId = "a" }));
        var random = new Random(20261122);
        var invites = Enumerable.Range(0, 5_000).Select(_ => Odd(random)).ToList();
        var options = new InviteOptions { IdempotencyKey = "odd", WhenAlreadyInvited = WhenAlreadyInvited.MergeGrant };

        var first = await host.InviteAsync(invites, options);
        var again = await host.InviteAsync(invites, options);

        Assert.Empty(first.Errors);
        Assert.Equal(invites.Count, first.Rows.Count);
        Assert.All(first.Rows, row => Assert.True(row.Succeeded ? row.Errors.Count == 0 : row.Errors.Count > 0, row.ToString()));
        Assert.All(first.Rows.SelectMany(row => row.Errors), error => Assert.NotEmpty(error.Message));
        Assert.InRange(first.Count(InviteOutcome.Refused), 1, invites.Count - 1);
        SameResults.Assert(first.Rows, again.Rows);
        Assert.All(Texts((await host.ReadAsync()).Invitations), text => Assert.True(ForeignText.IsStorable(text)));
    }

    [Fact]
    public async Task Every_property_alone_takes_every_odd_text()
    {
        using var host = new TestHost(new TenantSettings { BatchSize = 10_000 });
        var invites = new List<Invite>();
        foreach (var property in typeof(Invite).GetProperties().Where(property => property.CanWrite))
        {
            foreach (var piece in Pieces.Append(new string('x', 100_000)))
            {
                var invite = new Invite("someone@example.com");
                property.SetValue(invite, OddValue(property.PropertyType, piece));
                invites.Add(invite);
            }
        }

        var result = await host.InviteAsync(invites, new InviteOptions { DryRun = true });

        Assert.Equal(invites.Count, result.Rows.Count);
    }

    [Fact]
    public async Task What_is_null_inside_lists_and_dictionaries_is_not_there()
    {
        using var host = new TestHost(new TenantSettings { Roles = ["editor"], Groups = [new("g1")], Fields = [new() { Key = "shift" }] });
        var invite = new Invite("ana@example.com")
        {
            Roles = ["editor", null!],
            Groups = [null!, "g1"],
            Products = [null!],
            Metadata = new Dictionary<string, string> { ["a"] = null!, ["b"] = "2" },
            Fields = new Dictionary<string, string> { ["shift"] = null! },
        };

        (await host.InviteAsync(invite, new InviteOptions { Channels = [null!, "email"], IdempotencyKey = "k" })).AssertSucceeded();

        var invitation = (await host.ReadAsync()).OfEmail("ana@example.com");
        Assert.Equal(["editor"], invitation.Grant.Roles);
        Assert.Equal(["g1"], invitation.Grant.Groups);
        Assert.Empty(invitation.Grant.Products);
        Assert.Equal(["b"], invitation.Metadata.Keys);
        Assert.Empty(invitation.Profile.Fields);
        Assert.Equal(["email"], invitation.Channels);
    }

    [Fact]
    public async Task Lists_and_dictionaries_that_are_null_although_they_must_not_be_say_nothing()
    {
        using var host = new TestHost();
        var options = new InviteOptions { Roles = null!, Groups = null!, Products = null! };

        (await host.InviteAsync(new Invite("ana@example.com") { Fields = null!, FirstName = "Ana" }, options)).AssertSucceeded();
    }

    [Fact]
    public async Task A_row_that_is_null_is_a_row_without_a_recipient()
    {
        using var host = new TestHost();

        var list = await host.InviteAsync([new("ana@example.com"), null!], new InviteOptions { IdempotencyKey = "k" });
        var stream = await host.InviteStreamAsync(new Invite[] { null!, new("bob@example.com") }.ToAsyncEnumerable());

        list.Rows[0].AssertSucceeded();
        list.Rows[1].AssertRefused("recipient.missing", null);
        stream[0].AssertRefused("recipient.missing", null);
        stream[1].AssertSucceeded();
    }

    private static Invite Odd(Random random)
    {
        var invite = new Invite($"{random.Next()}@example.com");
        var oddity = random.Next(2, 40);
        foreach (var property in typeof(Invite).GetProperties().Where(property => property.CanWrite && property.Name != nameof(Invite.Row)))
        {
            if (random.Next(oddity) == 0)
                property.SetValue(invite, OddValue(property.PropertyType, random));
        }

        return invite;
    }

    private static object? OddValue(Type type, Random random) => OddValue(type, string.Concat(random.GetItems(Pieces, random.Next(1, 5))), random.Next());

    private static object? OddValue(Type type, string text, int number = 0) =>
        type == typeof(string) ? text
        : type == typeof(bool) || type == typeof(bool?) ? number % 2 == 0
        : type == typeof(int) ? number
        : type == typeof(GrantKind?) ? (GrantKind)(number % 4)
        : type == typeof(DateOnly?) ? DateOnly.FromDayNumber(number % DateOnly.MaxValue.DayNumber)
        : type == typeof(DateTimeOffset?) ? new DateTimeOffset(number % 2 == 0 ? DateTimeOffset.MaxValue.Ticks : number, TimeSpan.Zero)
        : type == typeof(IReadOnlyList<string>) ? new[] { text, null!, text }
        : type == typeof(IReadOnlyDictionary<string, string>) ? new Dictionary<string, string> { [text] = text, ["shift"] = null!, ["day"] = text }
        : throw new InvalidOperationException($"Say what is odd about {type}.");

    private static IEnumerable<string> Texts(object? value) => value switch
    {
        null => [],
        string text => [text],
        TenantId or Guid or DateTimeOffset or DateOnly or Enum or bool or int or uint or long => [],
        System.Collections.IEnumerable items => items.Cast<object?>().SelectMany(Texts),
        _ => value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetIndexParameters().Length == 0)
            .SelectMany(property => Texts(property.GetValue(value))),
    };
}
