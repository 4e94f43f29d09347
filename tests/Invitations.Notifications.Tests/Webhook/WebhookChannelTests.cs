using System.Net;
using System.Text;
using System.Text.Json;
using Invitations.Notifications.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Invitations.Notifications.Tests.Webhook;

public sealed class WebhookChannelTests
{
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private const string Former = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";

    [Fact]
    public void The_signature_is_that_of_Standard_Webhooks() => Assert.True(WebhookSignature.Verify(
        Secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        """{"test": 2432232314}"""u8, DateTimeOffset.FromUnixTimeSeconds(1614265330)));

    [Fact]
    public async Task A_request_is_signed_with_every_secret_and_says_whom_to_tell()
    {
        var provider = new StubProvider(HttpStatusCode.NoContent);
        await using var host = HostWith(provider, Secret, Former);

        var delivery = await host.SendAsync(new Invite("ana@example.com"), DeliveryChannels.Webhook);

        Assert.Equal((DeliveryStatus.Sent, delivery.Id.ToString()), (delivery.Status, delivery.ProviderMessageId));
        var (request, body) = Assert.Single(provider.Requests);
        Assert.True(Verify(Secret, request, body, host.Time.GetUtcNow()));
        Assert.True(Verify(Former, request, body, host.Time.GetUtcNow()));
        Assert.Equal([delivery.Id.ToString()], request.Headers.GetValues(WebhookSignature.IdHeader));
        using var json = JsonDocument.Parse(body);
        Assert.Equal("message.invitation", json.RootElement.GetProperty("type").GetString());
        var data = json.RootElement.GetProperty("data");
        Assert.Equal("ana@example.com", data.GetProperty("recipient").GetProperty("email").GetString());
        Assert.StartsWith("https://app.example.com/join/", data.GetProperty("link").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_changed_is_old_or_is_signed_by_somebody_else_is_no_request_of_ours()
    {
        var provider = new StubProvider(HttpStatusCode.NoContent);
        await using var host = HostWith(provider, Secret);
        await host.SendAsync(new Invite("ana@example.com"), DeliveryChannels.Webhook);
        var (request, body) = provider.Requests[0];
        var now = host.Time.GetUtcNow();

        Assert.True(Verify(Secret, request, body, now.AddMinutes(4)));
        Assert.False(Verify(Secret, request, body, now.AddMinutes(6)));
        Assert.False(Verify(Secret, request, body, now.AddMinutes(-6)));
        Assert.False(Verify(Secret, request, body + " ", now));
        Assert.False(Verify(Former, request, body, now));
        Assert.False(WebhookSignature.Verify(Secret, null, "1", "v1,", [], now));
        Assert.False(WebhookSignature.Verify(Secret, "id", "-1", "v1,", [], now));
        Assert.False(WebhookSignature.Verify(Secret, "id", $"{long.MaxValue}", "v1,", [], now));
        Assert.Throws<ArgumentException>(() => WebhookSignature.Verify("short", "id", "1", "v1,", [], now));
    }

    [Theory]
    [InlineData(410, DeliveryStatus.Failed)]
    [InlineData(301, DeliveryStatus.Waiting)]
    [InlineData(404, DeliveryStatus.Waiting)]
    [InlineData(503, DeliveryStatus.Waiting)]
    public async Task Only_a_receiver_that_is_gone_is_given_up(int status, DeliveryStatus expected)
    {
        var provider = new StubProvider((HttpStatusCode)status);
        await using var host = HostWith(provider, Secret);

        var delivery = await host.SendAsync(new Invite("ana@example.com"), DeliveryChannels.Webhook);

        Assert.Equal((expected, $"The receiver answered {status}."), (delivery.Status, delivery.LastError));
        Assert.Single(provider.Requests);
    }

    [Theory]
    [InlineData("http://example.com/hook", "must be https")]
    [InlineData("https://user:pass@example.com/hook", "no user and password")]
    [InlineData("file:///etc/passwd", "must be https")]
    public void A_request_goes_to_https_alone(string url, string problem)
    {
        var services = new ServiceCollection();
        services.AddInvitations().AddWebhook(webhook => webhook.Url = new(url));
        using var provider = services.BuildServiceProvider();

        var exception = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IOptionsMonitor<WebhookOptions>>().CurrentValue);

        Assert.Contains(exception.Failures, failure => failure.Contains(problem, StringComparison.Ordinal));
        Assert.Contains(exception.Failures, failure => failure.StartsWith("INV036: WebhookOptions.Secrets has 0 secrets", StringComparison.Ordinal));
    }

    private static bool Verify(string secret, HttpRequestMessage request, string body, DateTimeOffset now) => WebhookSignature.Verify(
        secret,
        request.Headers.GetValues(WebhookSignature.IdHeader).Single(),
        request.Headers.GetValues(WebhookSignature.TimestampHeader).Single(),
        string.Join(' ', request.Headers.GetValues(WebhookSignature.SignatureHeader)),
        Encoding.UTF8.GetBytes(body),
        now);

    private static ChannelHost HostWith(StubProvider provider, params string[] secrets) => new(builder => builder.AddWebhook(webhook =>
    {
        webhook.Url = new("https://example.com/hook");
        foreach (var secret in secrets)
            webhook.Secrets.Add(secret);
        webhook.Handler = provider;
    }));
}
