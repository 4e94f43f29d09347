using Invitations.Tests.Hosting;

namespace Invitations.Tests.Inviting;

public sealed class DryRunTests
{
    private static readonly string[] Emails = [.. Enumerable.Range(1, 12).Select(People.Email), "nonsense", "a@rival.example", ""];
    private static readonly string[] Phones = ["", "", "", "+447911123456", "+447911123457", "07911"];
    private static readonly string[] EmployeeIds = ["", "", "", "E-1", "e-1", "E-2"];

    private static readonly TenantSettings Settings = new()
    {
        BatchSize = 1_000,
        Reinvite = new() { Cooldown = TimeSpan.FromHours(1) },
        Domains = new() { Denied = ["rival.example"] },
        Roles = ["viewer", "editor"],
        Groups = [new("g1", "Design")],
    };

    [Fact]
    public async Task A_dry_run_writes_nothing_at_all()
    {
        var grants = new RecordingDirectGrants();
        using var host = Host(grants, chunkSize: 3);
        await SeedAsync(host);
        var before = await host.ReadAsync();
        host.Calls.Clear();
        host.Events.All.Clear();

        foreach (var choice in Enum.GetValues<WhenAlreadyInvited>())
        {
            var options = new InviteOptions { DryRun = true, WhenAlreadyInvited = choice, WhenAccountExists = WhenAccountExists.GrantDirectly, IdempotencyKey = "k" };
            await host.InviteAsync(Rows(new Random(1), 20), options);
            await host.InviteAsync(Rows(new Random(1), 20), options with { Mode = BatchMode.AllOrNothing });
            await host.InviteStreamAsync(Rows(new Random(1), 20).ToAsyncEnumerable(), options);
            await host.InviteAsync(new Invite("new@example.com"), options);
        }

        Assert.Equal(["Invitations.FindOpen"], host.Calls.Tally().Keys);
        Assert.Empty(grants.Granted);
        Assert.Empty(host.Events.All);
        var after = await host.ReadAsync();
        Assert.Equal(before.Invitations, after.Invitations);
        Assert.Equal(before.Deliveries.Count, after.Deliveries.Count);
        Assert.Equal(before.Audit.Count, after.Audit.Count);
    }

    public static TheoryData<int, bool> Seeds => [.. Enumerable.Range(1, 30).SelectMany(seed => new[] { (seed, false), (seed, true) })];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task A_dry_run_predicts_what_the_real_run_does(int seed, bool isStream)
    {
        var random = new Random(seed);
        var choice = random.GetItems(Enum.GetValues<WhenAlreadyInvited>(), 1)[0];
        var whenAccountExists = random.GetItems(Enum.GetValues<WhenAccountExists>(), 1)[0];
        var options = new InviteOptions { WhenAlreadyInvited = choice, WhenAccountExists = whenAccountExists };
        var rows = Rows(random, 40);
        using var host = Host(new RecordingDirectGrants(), chunkSize: random.Next(1, 15));
        await SeedAsync(host);

        var dry = await RunAsync(host, rows, options with { DryRun = true }, isStream);
        var real = await RunAsync(host, rows, options, isStream);

        Assert.Equal(real.Select(row => row.ToString()), dry.Select(row => row.ToString()));
        Assert.Equal(real.Select(row => row.Recipient), dry.Select(row => row.Recipient));
        Assert.All(dry.Where(row => row.Succeeded), row => Assert.Equal((null, null), (row.InvitationId, row.ExpiresAt)));
    }

    private static TestHost Host(RecordingDirectGrants grants, int chunkSize) => new(
        Settings,
        options => options.ChunkSize = chunkSize,
        accounts: new FakeAccounts(
            new Account { UserId = "u-1", Email = People.Email(1), IsMember = true },
            new Account { UserId = "u-2", Email = People.Email(2), Phone = "+447911123457", EmployeeId = "E-2" }),
        directGrants: grants);

    /// <summary>Some expired, some that may be reinvited, some that may not yet.</summary>
    private static async Task SeedAsync(TestHost host)
    {
        await host.InviteAsync([new(People.Email(3)), new(People.Email(4)) { EmployeeId = "E-1" }]);
        host.Clock.Advance(TimeSpan.FromDays(6));
        await host.InviteAsync([new(People.Email(5)) { Phone = "+447911123456" }, new(People.Email(6))]);
        host.Clock.Advance(TimeSpan.FromDays(2));
        await host.InviteAsync(new Invite(People.Email(7)));
    }

    private static async Task<IReadOnlyList<InviteResult>> RunAsync(TestHost host, List<Invite> rows, InviteOptions options, bool isStream) =>
        isStream ? await host.InviteStreamAsync(rows.ToAsyncEnumerable(), options) : (await host.InviteAsync(rows, options)).Rows;

    private static List<Invite> Rows(Random random, int count) =>
    [
        .. Enumerable.Range(1, count).Select(_ => new Invite(random.GetItems(Emails, 1)[0])
        {
            Phone = random.GetItems(Phones, 1)[0],
            EmployeeId = random.GetItems(EmployeeIds, 1)[0],
            Roles = random.Next(6) == 0 ? ["owner"] : ["viewer"],
            Groups = random.Next(6) == 0 ? ["Desing"] : [],
        }),
    ];
}
