namespace Invitations;

/// <summary>Takes from an invitation what a message may say: nothing secret for the inviter, nothing to accept where there is nothing.</summary>
internal static class FactFinder
{
    private const int LongestName = 100;
    private const int LongestNameInShortText = 40;
    private const int LongestGroup = 60;
    private const int MostGroups = 8;
    private const int LongestMessage = 4000;
    private const int LongestReason = 300;

    public static MessageFacts Find(MessageContext context, TenantLook look, CompiledTemplate template, IReadOnlyList<string> groups, DateTimeOffset now)
    {
        var invitation = context.Invitation;
        var isShort = context.Channel == DeliveryChannels.Sms;
        var longest = isShort ? LongestNameInShortText : LongestName;
        var isNotice = PurposeNames.IsNotice(context.Purpose);
        var isOffer = PurposeNames.IsOffer(context.Purpose);
        string Name(string? text) => WritingDirection.Isolate(PlainText.Line(text, longest), template.IsRightToLeft);

        var inviter = Name(invitation.InviterName);
        var recipient = invitation.Recipient;
        var address = recipient.Email ?? recipient.Phone ?? recipient.Identifier?.Value ?? "";
        var fullName = PlainText.Line($"{invitation.Profile.FirstName} {invitation.Profile.LastName}", longest);
        return new()
        {
            FirstName = isNotice ? inviter : Name(invitation.Profile.FirstName),
            Person = Name(fullName.Length > 0 ? fullName : address),
            Address = isNotice && fullName.Length > 0 ? Name(address) : "",
            Inviter = inviter,
            Organization = Name(look.Organization),
            Product = look.Branding.Product is { } product && product != look.Organization ? Name(product) : "",
            Groups = isNotice ? "" : Join(groups, template),
            HasManyGroups = groups.Count > 1,
            Link = (context.Link ?? (isOffer ? null : look.Branding.HomePage))?.AbsoluteUri ?? "",
            Code = isOffer ? PlainText.Line(context.Code, LongestName) : "",
            UnsubscribeLink = isNotice ? "" : context.UnsubscribeLink?.AbsoluteUri ?? "",
            Expiry = isOffer && invitation.ExpiresAt is { } expiry
                ? ExpiryText.Write(expiry, now, context.TimeZone ?? look.Branding.TimeZone, template, isShort)
                : "",
            Reason = WritingDirection.Isolate(PlainText.Line(context.FailureReason, LongestReason), template.IsRightToLeft),
            Support = WritingDirection.Isolate(look.Branding.SupportAddress ?? "", template.IsRightToLeft),
            Quote = isOffer ? PlainText.Lines(invitation.PersonalMessage, LongestMessage) : [],
            Footer = [.. PlainText.Lines(look.Branding.Footer, LongestMessage).Select(line => WritingDirection.Isolate(line, template.IsRightToLeft))],
        };
    }

    private static string Join(IReadOnlyList<string> groups, CompiledTemplate template)
    {
        var names = groups.Take(MostGroups).Select(group => WritingDirection.Isolate(PlainText.Line(group, LongestGroup), template.IsRightToLeft));
        return string.Join(WritingDirection.CommaOf(template.Language), groups.Count > MostGroups ? names.Append("…") : names);
    }
}
