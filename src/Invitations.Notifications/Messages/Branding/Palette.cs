namespace Invitations;

/// <summary>The colours of a tenant's e-mail, on light and on dark ground. The grounds are those of the built-in layout: of its page and its card, the one with less contrast.</summary>
internal sealed class Palette
{
    public static readonly BrandColor LightGround = new(0xf3, 0xf5, 0xf7);
    public static readonly BrandColor DarkGround = new(0x1c, 0x21, 0x28);

    public Palette(BrandColor color)
    {
        Link = color.ReadableOn(LightGround, BrandColor.ReadableText).ToString();
        LinkOnDark = color.ReadableOn(DarkGround, BrandColor.ReadableText).ToString();
        Button = color.ToString();
        ButtonText = color.TextOn().ToString();
        var onDark = color.ReadableOn(DarkGround, BrandColor.VisibleShape);
        ButtonOnDark = onDark.ToString();
        ButtonTextOnDark = onDark.TextOn().ToString();
    }

    public string Link { get; }

    public string LinkOnDark { get; }

    public string Button { get; }

    public string ButtonText { get; }

    public string ButtonOnDark { get; }

    public string ButtonTextOnDark { get; }
}
