using System.Globalization;

namespace Invitations;

/// <summary>A colour, and the contrast that it has (WCAG 2.2, relative luminance).</summary>
internal readonly record struct BrandColor(byte Red, byte Green, byte Blue)
{
    public const double ReadableText = 4.5;
    public const double VisibleShape = 3;

    public static BrandColor White { get; } = new(255, 255, 255);

    public static BrandColor Black { get; } = new(0, 0, 0);

    public static bool TryParse(string? text, out BrandColor color)
    {
        color = default;
        if (text is not { Length: 7 } || text[0] != '#' || !uint.TryParse(text.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            return false;
        color = new((byte)(value >> 16), (byte)(value >> 8), (byte)value);
        return true;
    }

    public double ContrastTo(BrandColor other)
    {
        var (one, two) = (Luminance(), other.Luminance());
        return (Math.Max(one, two) + 0.05) / (Math.Min(one, two) + 0.05);
    }

    /// <summary>Black or white, whichever reads better on this colour: one of the two always has a contrast of 4.5 to 1.</summary>
    public BrandColor TextOn() => ContrastTo(White) >= ContrastTo(Black) ? White : Black;

    /// <summary>The nearest shade that has the contrast on a ground: darker on light ground, lighter on dark.</summary>
    public BrandColor ReadableOn(BrandColor ground, double contrast)
    {
        var target = ground.TextOn();
        for (var step = 0; step <= 20; step++)
        {
            var shade = Towards(target, step / 20.0);
            if (shade.ContrastTo(ground) >= contrast)
                return shade;
        }

        return target;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"#{Red:x2}{Green:x2}{Blue:x2}");

    private BrandColor Towards(BrandColor target, double share) =>
        new(Mix(Red, target.Red, share), Mix(Green, target.Green, share), Mix(Blue, target.Blue, share));

    private static byte Mix(byte from, byte to, double share) => (byte)Math.Round(from + ((to - from) * share));

    private double Luminance() => (0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue));

    private static double Linear(byte channel)
    {
        var share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }
}
