using Invitations.Tests.Hosting;
using Invitations.Tests.Seats;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Tests.Quotas;

/// <summary>A dry run says of seats, quotas and caps what the real run would, and takes nothing.</summary>
public sealed class CapacityPreviewTests
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private static readonly Invite[] Rows =
    [
        new("ana@example.com"), new("ana+1@example.com"), new("gus@example.com") { Kind = GrantKind.Guest },
        new("gil@example.com") { Kind = GrantKind.Guest }, new("ben@example.com"), new("nonsense"), new("cleo@example.com"), new("dora@example.com"),
        new("eva@example.com"),
    ];

    [Theory]
    [InlineData(2)]
    [InlineData(500)]
    public async Task The_same_rows_are_refused_for_the_same_reasons(int chunkSize)
    {
        using var host = Host(chunkSize);

        var preview = await host.InviteAsync(Rows, new() { DryRun = true });
        var again = await host.InviteAsync(Rows, new() { DryRun = true });
        Assert.DoesNotContain(host.Calls.All, call => call.Name is "Quotas.Take" or "Seats.Move");
        var real = await host.InviteAsync(Rows);

        Assert.Equal(
            [
                "Row 1: Invited", "Row 2: Refused (quota.exceeded)", "Row 3: Invited", "Row 4: Refused (seats.exceeded)", "Row 5: Invited",
                "Row 6: Refused (email.invalid)", "Row 7: Invited", "Row 8: Invited", "Row 9: Refused (seats.exceeded, quota.open_exceeded)",
            ],
            preview.Rows.Select(row => row.ToString()));
        Assert.Equal(preview.Rows.Select(row => row.ToString()), again.Rows.Select(row => row.ToString()));
        Assert.Equal(preview.Rows.Select(row => row.ToString()), real.Rows.Select(row => row.ToString()));
    }

    [Fact]
    public async Task An_all_or_nothing_list_is_refused_in_a_dry_run_too()
    {
        using var host = Host(chunkSize: 2);

        var preview = await host.InviteAsync(People.Of(5), new() { DryRun = true, Mode = BatchMode.AllOrNothing });

        Assert.Equal(
            [InviteOutcome.NotDone, InviteOutcome.NotDone, InviteOutcome.NotDone, InviteOutcome.NotDone, InviteOutcome.Refused], preview.Outcomes());
    }

    private static TestHost Host(int chunkSize)
    {
        var plan = new FakePlan { Limits = new() { Members = 4, Guests = 1 } };
        return new(
            new TenantSettings { Quotas = new() { Inviter = [new(9, Day)], OpenPerTenant = 5 }, Guests = new() { GroupRequired = false } },
            options =>
            {
                options.ChunkSize = chunkSize;
                options.Quotas = new() { Recipient = [new(1, Day)] };
            },
            builder => builder.Services.AddScoped<ISeatPlan>(_ => plan));
    }
}
