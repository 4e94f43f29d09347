using System.Globalization;

namespace Invitations.Benchmarks.Stores.Measuring;

/// <summary>What a figure has to reach.</summary>
/// <param name="Bound">The bound of the ratio.</param>
/// <param name="IsMost">Whether the bound is the most that is allowed, and not the least.</param>
internal sealed record Target(double Bound, bool IsMost)
{
    public static Target AtLeast(double bound) => new(bound, IsMost: false);

    public static Target AtMost(double bound) => new(bound, IsMost: true);

    public bool IsMet(double ratio) => IsMost ? ratio <= Bound : ratio >= Bound;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(IsMost ? "≤" : "≥")} {Bound:0.##}");
}
