using System.Net.Mail;
using System.Net.Mime;
using System.Text;

namespace Invitations;

/// <summary>Makes the e-mail of a delivery: the same delivery always has the same <c>Message-ID</c>, so that a second one is known as such.</summary>
internal static class MailComposer
{
    /// <exception cref="FormatException">The address is none that can be written to.</exception>
    public static MailMessage Compose(DeliveryContext context, Message message, SmtpOptions options)
    {
        var mail = new MailMessage
        {
            From = new(options.From!, options.FromName, Encoding.UTF8),
            Subject = OneLine(message.Subject),
            SubjectEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
        };
        mail.To.Add(new MailAddress(context.Recipient.Email!));
        if (options.ReplyTo is { } replyTo)
            mail.ReplyToList.Add(new MailAddress(replyTo));
        if (options.ReturnPath is { } returnPath)
            mail.Sender = new(returnPath);
        AddHeaders(mail, context, message, options);
        mail.AlternateViews.Add(View(message.Text, MediaTypeNames.Text.Plain));
        if (message.Html is { } html)
            mail.AlternateViews.Add(View(html, MediaTypeNames.Text.Html));
        return mail;
    }

    public static string MessageId(Delivery delivery, SmtpOptions options) => $"<{delivery.Id:N}@{DomainOf(options.From!)}>";

    /// <summary>Where this reader asks never to be invited again, or null.</summary>
    public static Uri? UnsubscribeLink(DeliveryContext context, SmtpOptions options)
    {
        if (options.UnsubscribeUrl?.AbsoluteUri is not { } url || context.UnsubscribeToken is not { } token)
            return null;
        return new(url.EndsWith('/') ? url + token : $"{url}/{token}");
    }

    private static void AddHeaders(MailMessage mail, DeliveryContext context, Message message, SmtpOptions options)
    {
        mail.Headers.Add("Message-ID", MessageId(context.Delivery, options));

        // RFC 3834: no out-of-office note answers this.
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        mail.Headers.Add("Content-Language", message.Language);
        if (options.DeliveryIdHeader is { } header)
            mail.Headers.Add(header, context.Delivery.Id.ToString());
        if (UnsubscribeLink(context, options) is { } unsubscribe)
        {
            mail.Headers.Add("List-Unsubscribe", $"<{unsubscribe.AbsoluteUri}>");
            mail.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
    }

    private static AlternateView View(string text, string mediaType)
    {
        var view = AlternateView.CreateAlternateViewFromString(text, Encoding.UTF8, mediaType);

        // Lines may be longer than the 998 octets that SMTP allows.
        view.TransferEncoding = TransferEncoding.QuotedPrintable;
        return view;
    }

    /// <summary>A subject that a template of the host made is not trusted to have one line.</summary>
    private static string OneLine(string? subject) =>
        subject is null ? "" : string.Join(' ', subject.Split((char[]?)['\r', '\n', '\0'], StringSplitOptions.RemoveEmptyEntries));

    private static string DomainOf(string address) => EmailAddress.TryParse(address, out var parsed) ? parsed.Domain : "localhost";
}
