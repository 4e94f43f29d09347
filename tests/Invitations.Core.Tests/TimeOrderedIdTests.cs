namespace Invitations.Tests;

public sealed class TimeOrderedIdTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 9, 12, 0, 0, TimeSpan.FromHours(1));

    [Fact]
    public void An_id_carries_its_version_its_variant_and_its_instant()
    {
        var id = TimeOrderedId.At(Noon);

        Assert.Equal(7, id.Version);
        Assert.InRange(id.Variant, 8, 11);
        Assert.Equal(Guid.CreateVersion7(Noon).ToString("N")[..12], id.ToString("N")[..12]);
    }

    [Fact]
    public void Ids_of_one_instant_differ_on_every_thread()
    {
        var ids = Enumerable.Range(0, 8).AsParallel().WithDegreeOfParallelism(4)
            .SelectMany(_ => Enumerable.Range(0, 1_000).Select(_ => TimeOrderedId.At(Noon)))
            .ToList();

        Assert.Equal(8_000, ids.Distinct().Count());
    }

    [Fact]
    public void Every_random_bit_of_an_id_takes_both_values()
    {
        var (ones, zeros) = (UInt128.Zero, UInt128.Zero);
        foreach (var id in Enumerable.Range(0, 500).Select(_ => TimeOrderedId.At(Noon)))
        {
            var bits = UInt128.Parse(id.ToString("N"), System.Globalization.NumberStyles.HexNumber, null);
            (ones, zeros) = (ones | bits, zeros | ~bits);
        }

        var random = (UInt128.One << 48) - 1;
        Assert.Equal(random, ones & zeros & random);
    }

    [Fact]
    public void Ids_of_one_instant_sort_in_the_order_in_which_they_were_made()
    {
        var ids = Enumerable.Range(0, 10_000).Select(_ => TimeOrderedId.At(Noon)).ToList();

        Assert.Equal(ids.Order(), ids);
    }

    [Fact]
    public void A_later_id_sorts_after_an_earlier_one() =>
        Assert.True(TimeOrderedId.At(Noon).CompareTo(TimeOrderedId.At(Noon.AddMilliseconds(1))) < 0);

    [Fact]
    public void An_instant_before_1970_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => TimeOrderedId.At(DateTimeOffset.UnixEpoch.AddMilliseconds(-1)));
}
