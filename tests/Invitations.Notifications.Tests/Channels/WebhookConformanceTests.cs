using System.Net;
using System.Text.Json;
using Invitations.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Notifications.Tests.Channels;

public sealed class WebhookConformanceTests(WebhookConformanceTests.Setup fixture)
    : ProviderChannelConformanceTests(fixture), IClassFixture<WebhookConformanceTests.Setup>
{
    public sealed class Setup : HttpChannelFixture
    {
        public override string Channel => DeliveryChannels.Webhook;

        public override void Wire(InvitationsBuilder builder, ProviderBehaviour behaviour)
        {
            var provider = Provider(behaviour);
            builder.AddWebhook(webhook =>
            {
                webhook.Url = new("https://example.com/webhooks");
                webhook.Secrets.Add(InvitationKey.Generate());
                webhook.Handler = provider;
            });
        }

        protected override string Decode(string body)
        {
            using var json = JsonDocument.Parse(body);
            var data = json.RootElement.GetProperty("data");
            return $"{data.GetProperty("inviterName").GetString()}\n{data.GetProperty("text").GetString()}\n{data.GetProperty("link").GetString()}";
        }

        protected override HttpResponseMessage Answer(ProviderBehaviour behaviour) => behaviour switch
        {
            ProviderBehaviour.RefusesForGood => new(HttpStatusCode.Gone),
            ProviderBehaviour.IsBusy => new(HttpStatusCode.ServiceUnavailable),
            _ => new(HttpStatusCode.NoContent),
        };
    }
}
