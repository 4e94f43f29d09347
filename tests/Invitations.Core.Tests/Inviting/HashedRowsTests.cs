namespace Invitations.Tests.Inviting;

public sealed class HashedRowsTests
{
    [Fact]
    public void Every_hash_is_found_with_its_first_row_however_many_there_are()
    {
        var rows = new HashedRows();
        for (var row = 0; row < 10_000; row++)
            rows.TryAdd((ulong)row * 7_919, (ulong)row, row);
        rows.TryAdd(7_919, 1, 99);

        Assert.All(Enumerable.Range(0, 10_000), row => Assert.Equal(row, rows.Find((ulong)row * 7_919, (ulong)row)));
    }

    [Fact]
    public void Hashes_that_share_a_half_are_kept_apart()
    {
        var rows = new HashedRows();
        for (var row = 0; row < 100; row++)
        {
            rows.TryAdd(0, (ulong)row, row);
            rows.TryAdd((ulong)row + 1, 0, 1_000 + row);
        }

        Assert.All(Enumerable.Range(0, 100), row => Assert.Equal(row, rows.Find(0, (ulong)row)));
        Assert.All(Enumerable.Range(0, 100), row => Assert.Equal(1_000 + row, rows.Find((ulong)row + 1, 0)));
    }

    [Fact]
    public void A_hash_that_was_not_added_is_not_found()
    {
        var rows = new HashedRows();
        Assert.Null(rows.Find(0, 0));
        rows.TryAdd(1, 2, 3);

        Assert.Null(rows.Find(0, 0));
        Assert.Null(rows.Find(1, 3));
        Assert.Null(rows.Find(2, 2));
    }
}
