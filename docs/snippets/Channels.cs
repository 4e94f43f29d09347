using Invitations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Snippets;

public static class Channels
{
    public static void AddEmail(InvitationsBuilder builder, IConfiguration configuration)
    {
        #region add-email
        builder.AddEmail(o =>
        {
            o.Host = "smtp.example.com";
            (o.User, o.Password) = ("app", configuration["Smtp:Password"]);
            (o.From, o.FromName) = ("no-reply@app.example.com", "Example");
            o.UnsubscribeUrl = new Uri("https://app.example.com/unsubscribe");
        });
        #endregion
    }

    public static void MapUnsubscribe(WebApplication app)
    {
        #region unsubscribe
        app.MapPost("/unsubscribe/{token}", async (string token, IUnsubscriptions unsubscriptions) =>
        {
            await unsubscriptions.UnsubscribeAsync(token);
            return Results.Text("You will not be invited again.");
        });
        #endregion
    }

    public static void AddSms(InvitationsBuilder builder, IConfiguration configuration)
    {
        #region add-sms
        builder.AddSms(o =>
        {
            o.Url = new Uri("https://sms.example.com/v1/messages");
            o.Headers["Authorization"] = $"Bearer {configuration["Sms:Key"]}";
            o.Format = SmsBodyFormat.Json;
            (o.Fields["recipient"], o.Fields["body"], o.Fields["reference"]) = ("{to}", "{text}", "{id}");
            o.MessageIdPath = "id";
            o.PermanentStatuses.Add(422);
            o.AllowedPrefixes.Add("+32");
            o.AllowedPrefixes.Add("+31");
            o.PrefixCaps.Add(new SmsPrefixCap("+32", Limit: 2_000, Window: TimeSpan.FromDays(1)));
        });
        #endregion
    }

    public static void AddTwilio(InvitationsBuilder builder, string account, string token)
    {
        #region sms-twilio
        builder.AddSms(o =>
        {
            o.Url = new Uri($"https://api.twilio.com/2010-04-01/Accounts/{account}/Messages.json");
            (o.User, o.Password, o.From) = (account, token, "+3225550100");
            (o.Fields["To"], o.Fields["From"], o.Fields["Body"]) = ("{to}", "{from}", "{text}");
            (o.MessageIdPath, o.CodePath) = ("sid", "code");
            o.PermanentCodes.UnionWith(["21211", "21610", "21614"]);   // no number, said STOP, no mobile
            o.AllowedPrefixes.Add("+32");
        });
        #endregion
    }

    public static void AddVonage(InvitationsBuilder builder, string key, string secret)
    {
        #region sms-vonage
        builder.AddSms(o =>
        {
            o.Url = new Uri("https://rest.nexmo.com/sms/json");
            (o.Fields["api_key"], o.Fields["api_secret"], o.From) = (key, secret, "Example");
            (o.Fields["to"], o.Fields["from"], o.Fields["text"], o.Fields["type"]) = ("{digits}", "{from}", "{text}", "unicode");
            (o.MessageIdPath, o.CodePath) = ("messages.0.message-id", "messages.0.status");
            o.SuccessCodes.Add("0");
            o.PermanentCodes.UnionWith(["6", "7", "12"]);   // no such prefix, barred, too long
            o.AllowedPrefixes.Add("+32");
        });
        #endregion
    }

    public static void AddWebhook(InvitationsBuilder builder, IConfiguration configuration)
    {
        #region add-webhook
        builder.AddWebhook(o =>
        {
            o.Url = new Uri("https://hr.example.com/webhooks/invitations");
            o.Secrets.Add(configuration["Webhook:Secret"]!);   // openssl rand -base64 32
        });
        #endregion
    }

    #region verify-webhook
    public static bool IsGenuine(IHeaderDictionary headers, byte[] body, string secret, TimeProvider time) => WebhookSignature.Verify(
        secret,
        headers[WebhookSignature.IdHeader],
        headers[WebhookSignature.TimestampHeader],
        headers[WebhookSignature.SignatureHeader],
        body,
        time.GetUtcNow());
    #endregion

    public static async Task<InviteResult> InviteByHandAsync(InvitationsBuilder builder, IInvitationService invitations, TenantId tenant, Inviter inviter)
    {
        #region manual
        builder.AddManual();
        var options = new InviteOptions { Channels = [DeliveryChannels.Manual] };
        var result = await invitations.InviteAsync(tenant, new("ana@example.com"), inviter, options);
        #endregion
        return result;
    }

    public static void AddFileDrop(InvitationsBuilder builder)
    {
        #region file-drop
        builder.AddFileDrop(o => o.Folder = Path.Combine(Path.GetTempPath(), "mails"));
        #endregion
    }

    public static void MapCallback(WebApplication app)
    {
        #region provider-callback
        app.MapPost("/callbacks/mail", async (MailEvent bounce, IProviderReports reports) =>
        {
            var outcome = await reports.ReportAsync(new()
            {
                Channel = DeliveryChannels.Email,
                Kind = bounce.IsPermanent ? ProviderReportKind.HardBounced : ProviderReportKind.SoftBounced,
                ProviderMessageId = bounce.MessageId,
                Reason = bounce.Description,
            });
            return outcome is ProviderReportOutcome.Unknown ? Results.NotFound() : Results.Ok();
        });
        #endregion
    }

    public sealed record MailEvent(string MessageId, bool IsPermanent, string Description);
}
