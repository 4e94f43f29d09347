using Invitations.Tests.Accepting.Fixture;
using Invitations.Tests.Outbox;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Tests.Suppressing;

/// <summary>Whoever does not want to be invited is not, on any path.</summary>
public sealed class SuppressedRecipientTests
{
    private const string Suppressed = "recipient.suppressed";

    private static readonly Acceptor Ana = Acceptor.User("u-ana", ["ana@example.com"]);

    [Theory]
    [InlineData("ana@example.com", false)]
    [InlineData("ANA+offers@example.com", false)]
    [InlineData("ana@example.com", true)]
    public async Task Nobody_invites_an_address_that_is_suppressed(string typed, bool everywhere)
    {
        await using var site = new Site();
        await SuppressAsync(site, everywhere);

        var result = await site.TryInviteAsync(new(typed));

        Assert.Equal((Suppressed, "email"), (Assert.Single(result.Errors).Code, result.Errors[0].Field));
        Assert.Equal(everywhere, !(await site.TryInviteAsync(new(typed), tenant: Site.Globex)).Succeeded);
    }

    [Fact]
    public async Task A_phone_number_is_suppressed_however_it_is_written()
    {
        await using var site = new Site();
        await site.SuppressAsync("+44 7911 123456");

        var result = await site.TryInviteAsync(new("ana@example.com") { Phone = "+44 (0)7911 123456" });

        Assert.Equal((Suppressed, "phone"), (Assert.Single(result.Errors).Code, result.Errors[0].Field));
    }

    [Fact]
    public async Task In_a_list_only_the_rows_about_them_are_refused_with_one_call_of_the_store()
    {
        var calls = new CallCounter();
        await using var site = new Site(services: calls.Watch);
        await site.SuppressAsync("ana@example.com");
        calls.Reset();

        var result = await site.AskAsync<IInvitationService, BulkInviteResult>((service, token) => service.InviteManyAsync(
            Site.Acme, [.. Enumerable.Range(0, 400).Select(i => new Invite($"p{i}@example.com")), new("ana@example.com")], Site.Admin, null, token));

        Assert.Equal([Suppressed], result.Rows.Where(row => !row.Succeeded).SelectMany(row => row.Errors).Select(error => error.Code));
        Assert.Single(calls.Calls, call => call.StartsWith("ISuppressionStore", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_open_invitation_is_neither_issued_again_nor_merged_into_nor_turned_to_them()
    {
        await using var site = new Site();
        var (ana, bob) = (await site.InviteAsync("ana@example.com"), await site.InviteAsync("bob@example.com"));
        await SuppressAsync(site);
        site.Clock.Advance(TimeSpan.FromHours(2));

        Refused.With(Suppressed, await site.ReinviteAsync(ana));
        Refused.With(Suppressed, await site.EditAsync(bob, new() { Email = "ana+x@example.com" }));
        foreach (var choice in new[] { WhenAlreadyInvited.Reinvite, WhenAlreadyInvited.MergeGrant })
        {
            var again = await site.TryInviteAsync(new("ana@example.com"), options: new() { WhenAlreadyInvited = choice });
            Assert.Contains(Suppressed, again.Errors.Select(error => error.Code));
        }
    }

    [Fact]
    public async Task What_is_open_can_still_be_taken_back_corrected_handed_over_and_accepted()
    {
        await using var site = new Site();
        var (accepted, edited, revoked) = (await site.InviteAsync("ana@example.com"), await site.InviteAsync("ana+1@example.com"), await site.InviteAsync("ana+2@example.com"));
        await SuppressAsync(site);

        Assert.True((await site.EditAsync(edited, new() { PersonalMessage = "Sorry!" })).Succeeded);
        Assert.True((await site.EditAsync(edited, new() { Email = "bob@example.com" })).Succeeded);
        Assert.True((await site.RevokeAsync(revoked)).Succeeded);
        Assert.True((await site.ShowAsync(accepted)).Succeeded);
        Assert.True((await site.AcceptAsync(await site.TokenAsync(accepted), Ana)).Succeeded);
    }

    [Fact]
    public async Task A_message_that_was_queued_before_is_not_sent_and_the_inviter_can_be_told()
    {
        var channel = new RecordingChannel();
        var events = new Hosting.RecordingEvents();
        await using var site = new Site(services: services => services
            .AddScoped<IInvitationChannel>(_ => channel)
            .AddScoped<IInvitationEventHandler>(_ => events));
        var (ana, bob) = (await site.InviteAsync("ana@example.com"), await site.InviteAsync("bob@example.com"));
        await SuppressAsync(site, everywhere: true);

        await site.AskAsync<IDeliveryDispatcher, int>((dispatcher, token) => dispatcher.RunOnceAsync(token));

        Assert.Equal(bob, Assert.Single(channel.Sent).Invitation.Id);
        Assert.Equal(DeliveryStatus.Failed, Assert.Single(await site.DeliveriesAsync(ana)).Status);
        var told = Assert.Single(events.All, told => told.Kind is InvitationEventKind.DeliveryFailed);
        Assert.Equal(("u-admin", DeliveryChannels.Email, DeliveryStatus.Failed), (told.Invitation.InvitedBy, told.Delivery!.Channel, told.Delivery.Status));
    }

    [Fact]
    public async Task Whoever_declines_and_does_not_want_to_be_asked_again_is_not()
    {
        await using var site = new Site();
        var id = await site.InviteAsync(new Invite("ana@example.com") { Phone = "+447911123456" });

        Assert.True((await site.DeclineAsync(await site.TokenAsync(id), new() { DoNotAskAgain = true })).Succeeded);

        Assert.Equal(
            [(Suppressed, "email"), (Suppressed, "phone")],
            (await site.TryInviteAsync(new("ana@example.com") { Phone = "+447911123456" })).Errors.Select(error => (error.Code, error.Field)));
        Assert.True((await site.TryInviteAsync(new("ana@example.com"), tenant: Site.Globex)).Succeeded);
        Assert.Equal(2, (await site.TrailAsync(id)).Count(entry => entry is { Action: AuditAction.Suppressed, Actor: null }));
        Assert.All((await site.ListSuppressionsAsync()).Items, entry => Assert.Equal((SuppressionReason.Declined, null), (entry.Reason, entry.By)));
    }

    [Fact]
    public async Task Saying_so_after_having_declined_counts_too()
    {
        await using var site = new Site();
        var token = await site.TokenAsync(await site.InviteAsync("ana@example.com"));
        await site.DeclineAsync(token);

        Assert.True((await site.DeclineAsync(token, new() { DoNotAskAgain = true })).Succeeded);

        Assert.False((await site.TryInviteAsync(new("ana@example.com"))).Succeeded);
    }

    [Fact]
    public async Task Declining_alone_suppresses_nobody()
    {
        await using var site = new Site();

        await site.DeclineAsync(await site.TokenAsync(await site.InviteAsync("ana@example.com")));

        Assert.True((await site.TryInviteAsync(new("ana@example.com"))).Succeeded);
    }

    [Fact]
    public async Task Whoever_changes_their_mind_is_invited_again()
    {
        await using var site = new Site();
        var entry = await site.SuppressAsync("ana@example.com");

        await site.UnsuppressAsync(entry.Suppression!.Id);

        Assert.True((await site.TryInviteAsync(new("ana@example.com"))).Succeeded);
    }

    private static Task<SuppressionResult> SuppressAsync(Site site, bool everywhere = false) =>
        site.SuppressAsync("ana@example.com", Inviter.System("mail"), everywhere ? SuppressionScope.Everywhere : Site.Acme, SuppressionReason.Complaint);
}
