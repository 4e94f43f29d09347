using System.Globalization;
using System.Net;

namespace Invitations;

/// <summary>The same few English lines for everybody.</summary>
internal sealed class PlainMessageRenderer : IMessageRenderer
{
    public ValueTask<Message> RenderAsync(MessageContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var inviter = context.Invitation.InviterName ?? context.Tenant.Value;
        var subject = $"{inviter} invites you to {context.Tenant}";
        var lines = new List<string> { subject + "." };
        if (context.Link is { } link)
            lines.Add(link.AbsoluteUri);
        if (context.Code is { } code)
            lines.Add(code);
        if (context.Invitation.ExpiresAt is { } expiry)
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"Valid until {expiry:R}."));
        var isEmail = context.Channel == DeliveryChannels.Email;
        return new(new Message
        {
            Language = "en",
            IsRightToLeft = false,
            Subject = context.Channel == DeliveryChannels.Sms ? null : subject,
            Text = string.Join('\n', lines),
            Html = isEmail ? $"<!DOCTYPE html><html lang=\"en\"><body>{string.Concat(lines.Select(line => $"<p>{WebUtility.HtmlEncode(line)}</p>"))}</body></html>" : null,
        });
    }
}
