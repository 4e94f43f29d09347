using Invitations.Excel.Tests.Hostile;

namespace Invitations.Excel.Tests.Exporting;

[Collection(AloneCollection.Name)]
public sealed class ExportMemoryTests
{
    [Fact]
    public async Task Memory_does_not_grow_with_the_rows()
    {
        using var file = new WorkbookExport(Stream.Null, "Rows", [("A", 10), ("B", 10)]);
        await AddAsync(file, 2_000);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await AddAsync(file, 60_000);
        var after = GC.GetTotalMemory(forceFullCollection: true);
        Assert.InRange(after - before, long.MinValue, 2 * 1024 * 1024);

        static async Task AddAsync(WorkbookExport file, int rows)
        {
            for (var i = 0; i < rows; i++)
                await file.AddAsync([Guid.NewGuid().ToString(), "the same in every row"], TestContext.Current.CancellationToken);
        }
    }
}
