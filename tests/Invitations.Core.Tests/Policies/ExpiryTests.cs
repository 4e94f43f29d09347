using Invitations.Tests.Hosting;

namespace Invitations.Tests.Policies;

public sealed class ExpiryTests
{
    private static readonly ExpirySettings Expiry = new()
    {
        Member = TimeSpan.FromDays(7),
        Guest = TimeSpan.FromDays(3),
        Channels = new Dictionary<string, TimeSpan> { [DeliveryChannels.Sms] = TimeSpan.FromHours(24), ["letter"] = TimeSpan.FromDays(60) },
    };

    private static readonly TenantSettings Settings = new() { Expiry = Expiry, Groups = [new("g1")] };

    public static TheoryData<GrantKind, string?, double> Usual => new()
    {
        { GrantKind.Member, null, 7 },
        { GrantKind.Guest, null, 3 },
        { GrantKind.Member, "+447911123456", 1 },
        { GrantKind.Guest, "+447911123456", 1 },
    };

    [Theory]
    [MemberData(nameof(Usual))]
    public async Task The_shortest_lifetime_of_kind_and_channels_counts(GrantKind kind, string? phone, double days)
    {
        using var host = new TestHost(Settings);

        var result = await host.InviteAsync(new Invite("ana@example.com") { Kind = kind, Groups = ["g1"], Phone = phone });

        Assert.Equal(FakeClock.Start + TimeSpan.FromDays(days), result.AssertSucceeded().ExpiresAt);
    }

    [Fact]
    public async Task A_channel_that_is_not_used_shortens_nothing()
    {
        using var host = new TestHost(Settings);

        var result = await host.InviteAsync(
            new Invite("ana@example.com") { Phone = "+447911123456" }, new InviteOptions { Channels = [DeliveryChannels.Email] });

        Assert.Equal(FakeClock.Start + TimeSpan.FromDays(7), result.ExpiresAt);
    }

    [Fact]
    public async Task A_guest_s_lifetime_is_that_of_a_member_where_the_tenant_says_nothing_else()
    {
        using var host = new TestHost(Settings with { Expiry = new() { Member = TimeSpan.FromDays(2) } });

        var result = await host.InviteAsync(new Invite("ana@example.com") { Kind = GrantKind.Guest, Groups = ["g1"] });

        Assert.Equal(FakeClock.Start + TimeSpan.FromDays(2), result.ExpiresAt);
    }

    [Fact]
    public async Task A_tenant_can_do_without_expiry()
    {
        using var host = new TestHost(Settings with { Expiry = new() { Member = null } });

        var result = await host.InviteAsync(new Invite("ana@example.com"));

        Assert.Null(result.AssertSucceeded().ExpiresAt);
        Assert.Null((await host.ReadAsync()).OfEmail("ana@example.com").ExpiresAt);
    }

    [Fact]
    public async Task An_inviter_may_ask_for_less()
    {
        using var host = new TestHost(Settings);

        var result = await host.InviteAsync(new Invite("ana@example.com"), new InviteOptions { Lifetime = TimeSpan.FromMinutes(5) });

        Assert.Equal(FakeClock.Start + TimeSpan.FromMinutes(5), result.ExpiresAt);
    }

    public static TheoryData<long, long?, long> Refused => new()
    {
        // asked, most, longest
        { 0, null, TimeSpan.TicksPerDay * 7 },
        { -1, null, TimeSpan.TicksPerDay * 7 },
        { TimeSpan.MinValue.Ticks, null, TimeSpan.TicksPerDay * 7 },
        { TimeSpan.MaxValue.Ticks, null, TimeSpan.TicksPerDay * 7 },
        { (TimeSpan.TicksPerDay * 7) + 1, null, TimeSpan.TicksPerDay * 7 },
        { TimeSpan.TicksPerDay * 31, TimeSpan.TicksPerDay * 30, TimeSpan.TicksPerDay * 30 },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_lifetime_that_is_no_lifetime_or_too_long_is_refused_with_the_longest(long asked, long? most, long longest)
    {
        using var host = new TestHost(Settings with { Expiry = Expiry with { Most = most is { } ticks ? new TimeSpan(ticks) : null } });

        (await host.InviteAsync(new Invite("ana@example.com"), new InviteOptions { Lifetime = new TimeSpan(asked) }))
            .AssertRefused("lifetime.invalid", "lifetime", ("longest", new TimeSpan(longest)));
    }

    [Fact]
    public async Task An_inviter_may_ask_for_more_where_the_tenant_says_how_much()
    {
        using var host = new TestHost(Settings with { Expiry = Expiry with { Most = TimeSpan.FromDays(30) } });

        var result = await host.InviteAsync(new Invite("ana@example.com"), new InviteOptions { Lifetime = TimeSpan.FromDays(30) });

        Assert.Equal(FakeClock.Start + TimeSpan.FromDays(30), result.AssertSucceeded().ExpiresAt);
    }

    [Fact]
    public async Task Where_nothing_expires_nobody_asks_for_more_than_ten_years()
    {
        using var host = new TestHost(Settings with { Expiry = new() { Member = null } });

        (await host.InviteAsync(new Invite("ana@example.com"), new InviteOptions { Lifetime = ExpirySettings.Longest + TimeSpan.FromTicks(1) }))
            .AssertRefused("lifetime.invalid", "lifetime", ("longest", ExpirySettings.Longest));
        (await host.InviteAsync(new Invite("ana@example.com"), new InviteOptions { Lifetime = ExpirySettings.Longest })).AssertSucceeded();
    }

    [Fact]
    public async Task The_strict_preset_is_24_hours()
    {
        using var host = new TestHost(TenantSettings.Strict);

        Assert.Equal(FakeClock.Start + TimeSpan.FromHours(24), (await host.InviteAsync(new Invite("ana@example.com"))).ExpiresAt);
    }
}
