using System.Net;
using Invitations.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Notifications.Tests.Channels;

public sealed class SmsConformanceTests(SmsConformanceTests.Setup fixture)
    : ProviderChannelConformanceTests(fixture), IClassFixture<SmsConformanceTests.Setup>
{
    public sealed class Setup : HttpChannelFixture
    {
        public override string Channel => DeliveryChannels.Sms;

        public override void Wire(InvitationsBuilder builder, ProviderBehaviour behaviour)
        {
            var provider = Provider(behaviour);
            builder.AddSms(sms =>
            {
                sms.Url = new("https://sms.example.com/messages");
                (sms.Fields["to"], sms.Fields["text"], sms.Fields["ref"]) = ("{to}", "{text}", "{id}");
                sms.AllowedPrefixes.Add("+44");
                sms.MessageIdPath = "id";
                sms.CodePath = "code";
                sms.PermanentCodes.Add("21211");
                sms.Handler = provider;
            });
        }

        protected override string Decode(string body) => WebUtility.UrlDecode(body);

        protected override HttpResponseMessage Answer(ProviderBehaviour behaviour) => behaviour switch
        {
            ProviderBehaviour.RefusesForGood => Json(HttpStatusCode.BadRequest, """{"code":21211,"message":"+447911123456 is no number"}"""),
            ProviderBehaviour.IsBusy => Json(HttpStatusCode.TooManyRequests, """{"code":20429,"message":"+447911123456"}"""),
            _ => Json(HttpStatusCode.Created, """{"id":"SM1"}"""),
        };
    }
}
