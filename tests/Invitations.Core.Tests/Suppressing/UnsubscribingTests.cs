using Invitations.Tests.Hosting;
using Invitations.Tests.Outbox;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Tests.Suppressing;

/// <summary>The token that a message carries for whoever does not want to be invited again.</summary>
public sealed class UnsubscribingTests : IDisposable
{
    private readonly RecordingChannel _channel = new();
    private readonly TestHost _host;

    public UnsubscribingTests() => _host = new(wire: builder => builder.Services.AddScoped<IInvitationChannel>(_ => _channel));

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task Whoever_asks_is_not_invited_again_at_any_of_their_addresses()
    {
        var (_, token) = await SendAsync();

        var first = await UnsubscribeAsync(token);
        var second = await UnsubscribeAsync(token);

        Assert.True(first.Succeeded);
        Assert.Equal(first.Suppression!.Id, second.Suppression!.Id);
        Assert.Equal(SuppressionReason.Requested, first.Suppression.Reason);
        Assert.Contains((await _host.InviteAsync(new Invite("ana+2@example.com"))).Errors, error => error.Code == "recipient.suppressed");
        Assert.Contains((await _host.InviteAsync(new Invite { Phone = "+44 7911 123456" })).Errors, error => error.Code == "recipient.suppressed");
        Assert.True((await _host.InviteAsync(new Invite("ana@example.com"), tenant: "globex")).Succeeded);
    }

    [Fact]
    public async Task The_token_of_a_former_message_works_after_a_reinvite()
    {
        var (id, token) = await SendAsync();
        _host.Clock.Advance(TimeSpan.FromHours(2));
        await _host.RunAsync<IInvitationAdministration, AdministrationResult>(it => it.ReinviteAsync(TestHost.Acme, id, TestHost.Admin));

        Assert.True((await UnsubscribeAsync(token)).Succeeded);
    }

    [Fact]
    public async Task The_token_says_nothing_about_an_address_that_the_invitation_got_later()
    {
        var (id, token) = await SendAsync();
        await _host.RunAsync<IInvitationAdministration, AdministrationResult>(it => it.EditAsync(
            TestHost.Acme, id, new() { Email = "ben@example.com" }, TestHost.Admin));

        Assert.Equal("token.invalid", Assert.Single((await UnsubscribeAsync(token)).Errors).Code);
        Assert.True((await _host.InviteAsync(new Invite("ana@example.com"))).Succeeded);
    }

    [Fact]
    public async Task No_other_token_unsubscribes_and_this_one_opens_nothing()
    {
        var (_, token) = await SendAsync();

        Assert.False((await UnsubscribeAsync(_channel.Sent[0].Secrets!.Token)).Succeeded);
        Assert.False((await UnsubscribeAsync(null)).Succeeded);
        Assert.False((await UnsubscribeAsync(token![..^1] + (token[^1] == 'A' ? 'B' : 'A'))).Succeeded);
        var preview = await _host.RunAsync<IInvitationAcceptance, PreviewResult>(acceptance => acceptance.PreviewAsync(token));
        Assert.False(preview.Succeeded);
    }

    private async Task<(Guid Id, string? Token)> SendAsync()
    {
        var invited = await _host.InviteAsync(new Invite("ana@example.com") { Phone = "+44 7911 123456" });
        await _host.RunAsync<IDeliveryDispatcher, int>(dispatcher => dispatcher.RunOnceAsync(TestContext.Current.CancellationToken));
        return (invited.InvitationId!.Value, _channel.Sent.Single().UnsubscribeToken);
    }

    private Task<SuppressionResult> UnsubscribeAsync(string? token) =>
        _host.RunAsync<IUnsubscriptions, SuppressionResult>(it => it.UnsubscribeAsync(token, TestContext.Current.CancellationToken));
}
