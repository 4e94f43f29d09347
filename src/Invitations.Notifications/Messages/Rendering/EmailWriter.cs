namespace Invitations;

/// <summary>Puts an e-mail together: first the words as plain text, then the two layouts around them. HTML is encoded in the second step, and nothing is compiled that came from people.</summary>
internal static class EmailWriter
{
    public static Message Write(CompiledTemplate template, MessageFacts facts, TenantLook look, bool isOffer)
    {
        var names = LayoutNames(template, facts, look, isOffer);
        return new()
        {
            Language = template.Language,
            IsRightToLeft = template.IsRightToLeft,
            Subject = (string)names["subject"],
            Text = PlainText.Tidy(template.Run(TemplatePart.Text, names)),
            Html = template.Has(TemplatePart.Html) ? template.Run(TemplatePart.Html, names) : null,
        };
    }

    private static Dictionary<string, object> LayoutNames(CompiledTemplate template, MessageFacts facts, TenantLook look, bool isOffer)
    {
        var words = facts.ForWords();
        string Line(TemplatePart part) => PlainText.OneLine(template.Run(part, words));
        var quoteIsRightToLeft = facts.Quote.Count > 0 && WritingDirection.BeginsRightToLeft(facts.Quote[0]);
        string LineIf(bool condition, TemplatePart part) => condition ? Line(part) : "";

        return new(48, StringComparer.Ordinal)
        {
            ["language"] = template.Language,
            ["direction"] = template.IsRightToLeft ? "rtl" : "ltr",
            ["start"] = template.IsRightToLeft ? "right" : "left",
            ["end"] = template.IsRightToLeft ? "left" : "right",
            ["subject"] = Line(TemplatePart.Subject),
            ["preheader"] = Line(TemplatePart.Preheader),
            ["heading"] = Line(TemplatePart.Heading),
            ["greeting"] = Line(TemplatePart.Greeting),
            ["body"] = Paragraphs(template.Run(TemplatePart.Body, words)),
            ["button"] = LineIf(facts.Link.Length > 0, TemplatePart.Button),
            ["linkHint"] = LineIf(facts.Link.Length > 0, TemplatePart.LinkHint),
            ["quoteLine"] = LineIf(facts.Quote.Count > 0, TemplatePart.Quote),
            ["quote"] = facts.Quote,
            ["quoteDirection"] = quoteIsRightToLeft ? "rtl" : "ltr",
            ["quoteStart"] = quoteIsRightToLeft ? "right" : "left",
            ["groupsLine"] = LineIf(facts.Groups.Length > 0, TemplatePart.Groups),
            ["groups"] = facts.Groups,
            ["codeLabel"] = LineIf(facts.Code.Length > 0, TemplatePart.Code),
            ["code"] = facts.Code,
            ["expiryLine"] = LineIf(facts.Expiry.Length > 0, TemplatePart.Expiry),
            ["expiry"] = facts.Expiry,
            ["ignore"] = LineIf(isOffer, TemplatePart.Ignore),
            ["supportLine"] = LineIf(facts.Support.Length > 0, TemplatePart.Support),
            ["support"] = facts.Support,
            ["unsubscribe"] = LineIf(facts.UnsubscribeLink.Length > 0, TemplatePart.Unsubscribe),
            ["unsubscribeLink"] = facts.UnsubscribeLink,
            ["sender"] = Line(TemplatePart.Sender),
            ["footer"] = facts.Footer,
            ["link"] = facts.Link,
            ["address"] = facts.Address,
            ["firstName"] = facts.FirstName,
            ["inviter"] = facts.Inviter,
            ["organization"] = facts.Organization,
            ["person"] = facts.Person,
            ["product"] = facts.Product,
            ["reason"] = facts.Reason,
            ["logo"] = look.Branding.Logo?.AbsoluteUri ?? "",
            ["linkColor"] = look.Palette.Link,
            ["linkColorOnDark"] = look.Palette.LinkOnDark,
            ["buttonColor"] = look.Palette.Button,
            ["buttonTextColor"] = look.Palette.ButtonText,
            ["buttonColorOnDark"] = look.Palette.ButtonOnDark,
            ["buttonTextColorOnDark"] = look.Palette.ButtonTextOnDark,
        };
    }

    private static List<string> Paragraphs(string body)
    {
        var paragraphs = new List<string>();
        foreach (var line in body.AsSpan().EnumerateLines())
        {
            if (!line.IsWhiteSpace())
                paragraphs.Add(PlainText.OneLine(line.ToString()));
        }

        return paragraphs;
    }
}
