using Invitations.Tests.Accepting.Fixture;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Tests.Departing;

/// <summary>What happens at acceptance where the inviter could not make the invitation any more.</summary>
public sealed class LostAuthorityTests
{
    private static readonly Acceptor Ana = Acceptor.User("u-ana", ["ana@example.com"]);
    private static readonly Inviter Gina = new("u-gina", "Gina");

    private readonly HostDirectory _directory = new()
    {
        Authorities =
        {
            ["u-gina"] = new() { Level = InviterLevel.GroupAdmin, Groups = ["design"], Roles = ["editor"] },
            ["u-olga"] = new() { Level = InviterLevel.OrganizationAdmin },
            ["u-mia"] = new() { Level = InviterLevel.Member, Groups = ["design"] },
        },
    };

    public static TheoryData<LostAuthority, string?, bool, string> Choices => new()
    {
        { LostAuthority.Refuse, "u-olga", false, "u-gina" },
        { LostAuthority.Keep, null, true, "u-gina" },
        { LostAuthority.HandOver, "u-olga", true, "u-olga" },
        { LostAuthority.HandOver, null, false, "u-gina" },
        { LostAuthority.HandOver, "u-mia", false, "u-gina" },
        { LostAuthority.HandOver, "u-unknown", false, "u-gina" },
    };

    [Theory]
    [MemberData(nameof(Choices))]
    public async Task The_tenant_says_what_becomes_of_it(LostAuthority choice, string? successor, bool isAccepted, string inviter)
    {
        await using var site = NewSite(choice, successor);
        var id = await site.InviteAsync(new("ana@example.com") { Groups = ["design"], Roles = ["editor"] }, Gina);
        _directory.Authorities.Remove("u-gina");

        var result = await site.AcceptAsync(await site.TokenAsync(id), Ana);

        var stored = await site.StoredAsync(id);
        Assert.Equal((isAccepted, inviter), (result.Succeeded, stored.InvitedBy));
        Assert.Equal(isAccepted ? InvitationStatus.Accepted : InvitationStatus.Pending, stored.Status);
        var former = (await site.TrailAsync(id)).Select(entry => entry.Details.GetValueOrDefault("former_inviter")).OfType<string>();
        Assert.Equal(inviter == "u-olga" ? ["u-gina"] : [], former);
    }

    [Fact]
    public async Task Nothing_is_handed_over_as_long_as_the_inviter_could_make_it()
    {
        await using var site = NewSite(LostAuthority.HandOver, "u-olga");
        var id = await site.InviteAsync(new("ana@example.com") { Groups = ["design"] }, Gina);

        Assert.True((await site.AcceptAsync(await site.TokenAsync(id), Ana)).Succeeded);
        Assert.Equal("u-gina", (await site.StoredAsync(id)).InvitedBy);
    }

    [Fact]
    public async Task A_host_names_the_successor_of_each()
    {
        await using var site = NewSite(LostAuthority.HandOver, "u-mia", builder => builder.UseInviterSuccession<OlgaForGina>());
        var id = await site.InviteAsync(new("ana@example.com") { Groups = ["design"] }, Gina);
        _directory.Authorities.Remove("u-gina");

        Assert.True((await site.AcceptAsync(await site.TokenAsync(id), Ana)).Succeeded);
        Assert.Equal(("u-olga", "Olga"), ((await site.StoredAsync(id)).InvitedBy, (await site.StoredAsync(id)).InviterName));
    }

    [Fact]
    public async Task An_inviter_who_is_gone_breaks_no_list_no_preview_and_no_mail()
    {
        var mails = new List<DeliveryContext>();
        await using var site = NewSite(LostAuthority.Refuse, null, builder => builder.Services.AddScoped<IInvitationChannel>(_ => new Mails(mails)));
        var id = await site.InviteAsync(new("ana@example.com") { Groups = ["design"] }, Gina);
        _directory.Authorities.Remove("u-gina");

        Assert.Equal(id, Assert.Single((await site.ListAsync(viewer: new("u-olga"))).Items).Id);
        Assert.Equal(2, (await site.HistoryAsync(id, new("u-olga")))!.Entries.Count + (await site.HistoryAsync(id, new("u-olga")))!.Deliveries.Count);
        Assert.Equal("Gina", (await site.PreviewAsync(await site.TokenAsync(id))).Preview!.InviterName);
        await site.AskAsync<IDeliveryDispatcher, int>((dispatcher, token) => dispatcher.RunOnceAsync(token));
        Assert.Equal("Gina", Assert.Single(mails).Invitation.InviterName);
    }

    private Site NewSite(LostAuthority choice, string? successor, Action<InvitationsBuilder>? with = null)
    {
        var site = new Site(with, services: services => services.AddSingleton<IInviterAuthorityProvider>(_directory));
        site.Tenants[Site.Acme] = Site.Settings with
        {
            Acceptance = new() { InviterLostAuthority = choice },
            Authority = new() { Successor = successor },
        };
        return site;
    }

    private sealed class OlgaForGina : IInviterSuccession
    {
        public ValueTask<Inviter?> FindSuccessorAsync(InviterSuccessionContext context, CancellationToken cancellationToken) =>
            new(context is { UserId: "u-gina", IsSystem: false } ? new Inviter("u-olga", "Olga") : null);
    }

    private sealed class Mails(List<DeliveryContext> sent) : IInvitationChannel
    {
        public string Name => DeliveryChannels.Email;

        public ValueTask<DeliveryOutcome> SendAsync(DeliveryContext context, CancellationToken cancellationToken)
        {
            sent.Add(context);
            return new(DeliveryOutcome.Sent());
        }
    }
}
