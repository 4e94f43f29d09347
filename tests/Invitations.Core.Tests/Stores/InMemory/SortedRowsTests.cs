using Invitations.Stores.InMemory;
using Invitations.Testing;

namespace Invitations.Tests.Stores.InMemory;

public sealed class SortedRowsTests
{
    private static readonly SortedRows<Row> Empty = new(static row => row.Place);

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(500)]
    [InlineData(1_500)]
    public void Rows_stay_in_order_whatever_comes_and_goes(int batch)
    {
        var random = new Random(batch);
        var rows = Empty;
        var model = new SortedSet<Row>(Comparer<Row>.Create(static (x, y) => x.Place.CompareTo(y.Place)));
        for (var step = 0; step < 40; step++)
        {
            var removed = model.Where(_ => random.Next(4) == 0).Take(batch).ToList();
            var added = Enumerable.Range(0, batch).Select(_ => At(random.Next(5_000))).Where(row => !model.Contains(row)).Distinct().ToList();

            rows = rows.With(removed, added);

            model.ExceptWith(removed);
            model.UnionWith(added);
            Assert.Equal(model, rows.After(null));
            Assert.Equal(model.Reverse(), rows.Before(null));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(511)]
    [InlineData(512)]
    [InlineData(513)]
    [InlineData(1_700)]
    [InlineData(2_999)]
    public void A_walk_goes_on_behind_its_place_whether_a_row_is_there_or_not(int number)
    {
        var rows = Empty.With([], [.. Enumerable.Range(0, 3_000).Select(At)]);
        var without = rows.With([At(number)], []);

        foreach (var list in (SortedRows<Row>[])[rows, without])
        {
            Assert.Equal(Enumerable.Range(number + 1, 2_999 - number).Select(At), list.After(At(number).Place));
            Assert.Equal(Enumerable.Range(0, number).Reverse().Select(At), list.Before(At(number).Place));
        }
    }

    [Fact]
    public void A_walk_outside_of_all_places_has_all_rows_or_none()
    {
        var rows = Empty.With([], [At(5), At(6)]);

        Assert.Empty(rows.After(At(7).Place));
        Assert.Empty(rows.Before(At(4).Place));
        Assert.Equal([At(5), At(6)], rows.After(At(4).Place));
        Assert.Equal([At(6), At(5)], rows.Before(At(7).Place));
    }

    [Fact]
    public void A_row_that_is_removed_and_added_is_replaced()
    {
        var rows = Empty.With([], [At(1), At(2), At(3)]);

        rows = rows.With([At(2)], [At(2) with { Text = "new" }]);

        Assert.Equal(["", "new", ""], rows.After(null).Select(row => row.Text));
    }

    [Fact]
    public void A_reader_keeps_the_list_that_it_has()
    {
        var before = Empty.With([], [.. Enumerable.Range(0, 1_000).Select(At)]);

        var after = before.With([.. Enumerable.Range(0, 900).Select(At)], [At(5_000)]);

        Assert.Equal(Enumerable.Range(0, 1_000).Select(At), before.After(null));
        Assert.Equal(101, after.After(null).Count());
    }

    [Fact]
    public void Removing_everything_leaves_an_empty_list()
    {
        var all = Enumerable.Range(0, 2_000).Select(At).ToList();

        var rows = Empty.With([], all).With(all, []);

        Assert.Empty(rows.After(null));
        Assert.Empty(rows.Before(null));
        Assert.Equal([At(1)], rows.With([], [At(1)]).After(null));
    }

    private static Row At(int number) => new(new(SampleInvitations.Now.AddSeconds(number / 10), new Guid(number, 0, 0, new byte[8])));

    private sealed record Row(Place Place, string Text = "");
}
