using System.Net;
using System.Net.Http.Headers;
using Invitations.Notifications.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Invitations.Notifications.Tests.Sms;

public sealed class SmsChannelTests
{
    private static readonly Invite Ana = new() { Phone = "+44 7911 123456", FirstName = "Ana" };

    [Fact]
    public async Task A_form_has_each_field_filled_in_once_and_encoded()
    {
        var provider = new StubProvider(HttpStatusCode.Created, """{"sid":"SM123"}""");
        await using var host = HostWith(provider, renderer: new FixedRenderer("", "Hi {to} & {from}=€ 🎉", null));

        var delivery = await host.SendAsync(Ana);

        Assert.Equal((DeliveryStatus.Sent, "SM123"), (delivery.Status, delivery.ProviderMessageId));
        var (request, body) = Assert.Single(provider.Requests);
        var fields = body.Split('&').Select(field => field.Split('=')).ToDictionary(pair => pair[0], pair => WebUtility.UrlDecode(pair[1]));
        Assert.Equal(("+447911123456", "447911123456", "Example", $"{delivery.Id}"), (fields["To"], fields["Digits"], fields["From"], fields["Ref"]));
        Assert.StartsWith("Hi {to} & {from}=€ 🎉", fields["Body"], StringComparison.Ordinal);
        Assert.Equal("Basic YXBwOnBhc3M=", request.Headers.Authorization!.ToString());
        Assert.Equal([$"key-{delivery.Id}"], request.Headers.GetValues("X-Key"));
    }

    [Fact]
    public async Task A_JSON_body_is_an_object_of_texts()
    {
        var provider = new StubProvider(HttpStatusCode.OK, "{}");
        await using var host = HostWith(provider, sms => sms.Format = SmsBodyFormat.Json);

        await host.SendAsync(Ana);

        var (request, body) = Assert.Single(provider.Requests);
        Assert.Equal("application/json", request.Content!.Headers.ContentType!.MediaType);
        Assert.Contains("\"Digits\":\"447911123456\"", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(201, """{"sid":"SM1"}""", DeliveryStatus.Sent, null)]
    [InlineData(400, """{"code":21211}""", DeliveryStatus.Failed, "The gateway answered 400, code 21211.")]
    [InlineData(400, """{"code":21606}""", DeliveryStatus.Waiting, "The gateway answered 400, code 21606.")]
    [InlineData(410, "", DeliveryStatus.Failed, "The gateway answered 410.")]
    [InlineData(401, "+447911123456 is not allowed", DeliveryStatus.Waiting, "The gateway answered 401.")]
    [InlineData(302, "", DeliveryStatus.Waiting, "The gateway answered 302.")]
    [InlineData(500, "{", DeliveryStatus.Waiting, "The gateway answered 500.")]
    public async Task What_the_provider_answers_decides(int status, string body, DeliveryStatus expected, string? reason)
    {
        var provider = new StubProvider((HttpStatusCode)status, body);
        await using var host = HostWith(provider);

        var delivery = await host.SendAsync(Ana);

        Assert.Equal((expected, reason), (delivery.Status, delivery.LastError));
        Assert.Single(provider.Requests);
        Assert.Equal(status is 401 or 302, host.Logs.Lines.Any(line => line.StartsWith("Error GatewayRefused", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("0", DeliveryStatus.Sent, "0C0000")]
    [InlineData("1", DeliveryStatus.Waiting, null)]
    [InlineData("7", DeliveryStatus.Failed, null)]
    public async Task A_provider_that_says_200_to_everything_is_understood(string code, DeliveryStatus expected, string? id)
    {
        var provider = new StubProvider(HttpStatusCode.OK, $$"""{"messages":[{"status":"{{code}}","message-id":"0C0000"}]}""");
        await using var host = HostWith(provider, sms =>
        {
            (sms.CodePath, sms.MessageIdPath) = ("messages.0.status", "messages.0.message-id");
            sms.SuccessCodes.Add("0");
            sms.PermanentCodes.Add("7");
        });

        var delivery = await host.SendAsync(Ana);

        Assert.Equal((expected, id), (delivery.Status, delivery.ProviderMessageId));
    }

    [Fact]
    public async Task A_busy_provider_is_asked_again_when_it_says()
    {
        var provider = new StubProvider(_ => new(HttpStatusCode.TooManyRequests) { Headers = { RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromMinutes(7)) } });
        await using var host = HostWith(provider);

        var delivery = await host.SendAsync(Ana);

        Assert.InRange(delivery.DueAt - host.Time.GetUtcNow(), TimeSpan.FromMinutes(6), TimeSpan.FromMinutes(7));
    }

    [Fact]
    public async Task Nothing_is_sent_to_a_country_that_is_not_allowed()
    {
        var provider = new StubProvider(HttpStatusCode.Created);
        await using var host = HostWith(provider);

        var delivery = await host.SendAsync(new Invite { Phone = "+32 470 12 34 56" });

        Assert.Equal((DeliveryStatus.Failed, "Text messages to this country are not allowed."), (delivery.Status, delivery.LastError));
        Assert.Empty(provider.Requests);
    }

    [Fact]
    public async Task What_is_over_the_cap_of_a_prefix_waits_for_the_next_window()
    {
        var provider = new StubProvider(HttpStatusCode.Created);
        await using var host = HostWith(provider, sms => sms.PrefixCaps.Add(new("+447", 2, TimeSpan.FromHours(1))));
        for (var i = 0; i < 3; i++)
            await host.InviteAsync(new Invite { Phone = $"+44 7911 12345{i}" });

        await host.RunOnceAsync();
        Assert.Equal(2, provider.Requests.Count);
        host.Time.Advance(TimeSpan.FromMinutes(61));
        await host.RunOnceAsync();

        Assert.Equal(3, provider.Requests.Count);
    }

    [Fact]
    public async Task Somebody_with_both_addresses_gets_both_messages()
    {
        var provider = new StubProvider(HttpStatusCode.Created);
        await using var host = HostWith(provider);

        var invited = await host.InviteAsync(new Invite("ana@example.com") { Phone = "+44 7911 123456" });

        Assert.Equal(["email", "sms"], (await host.DeliveriesOfAsync(invited)).Select(delivery => delivery.Channel).Order());
    }

    [Fact]
    public void Every_mistake_of_the_options_is_named()
    {
        var services = new ServiceCollection();
        services.AddInvitations().AddSms(sms => (sms.Url, sms.User) = (new("http://sms.example.com"), "app"));
        using var provider = services.BuildServiceProvider();

        var exception = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IOptionsMonitor<SmsGatewayOptions>>().CurrentValue);

        Assert.Equal(5, exception.Failures.Count());
        Assert.All(exception.Failures, failure => Assert.StartsWith("INV035: ", failure, StringComparison.Ordinal));
    }

    private static ChannelHost HostWith(StubProvider provider, Action<SmsGatewayOptions>? configure = null, IMessageRenderer? renderer = null) => new(builder =>
    {
        builder.AddSms(sms =>
        {
            sms.Url = new("https://sms.example.com/messages");
            (sms.User, sms.Password, sms.From) = ("app", "pass", "Example");
            sms.Headers["X-Key"] = "key-{id}";
            (sms.Fields["To"], sms.Fields["Digits"], sms.Fields["From"], sms.Fields["Body"], sms.Fields["Ref"]) = ("{to}", "{digits}", "{from}", "{text}", "{id}");
            (sms.MessageIdPath, sms.CodePath) = ("sid", "code");
            sms.PermanentCodes.Add("21211");
            sms.PermanentStatuses.Add(410);
            sms.AllowedPrefixes.Add("+44");
            sms.Handler = provider;
            configure?.Invoke(sms);
        });
        if (renderer is not null)
            builder.Services.Replace(ServiceDescriptor.Scoped<IMessageRenderer>(_ => renderer));
    });
}
