using Invitations.Stores;

namespace Invitations.Testing;

/// <summary>Idempotency records: one for each tenant, key and first row, and the first one stays.</summary>
/// <param name="fixture">The store under test.</param>
public abstract class IdempotencyStoreConformanceTests(StoreFixture fixture) : StoreConformanceTests(fixture)
{
    private readonly TenantId _tenant = SampleInvitations.NewTenant();

    [Fact]
    public async Task Every_field_of_a_record_comes_back()
    {
        var record = SampleRecords.Record(_tenant, "key ' % 日本 👩‍🚀".PadRight(200, 'x')) with { Outcome = $"\"{new string('ü', 50_000)}\"" };
        Assert.Empty(Fields.Unset(record));

        Assert.True(await TryAddAsync(record));

        Fields.AreEqual(record, await FindAsync(record));
    }

    [Fact]
    public async Task A_second_record_is_refused_and_the_first_one_stays()
    {
        var first = SampleRecords.Record(_tenant, "key");
        await TryAddAsync(first);

        Assert.False(await TryAddAsync(SampleRecords.Record(_tenant, "key") with { Fingerprint = "other" }));

        Fields.AreEqual(first, await FindAsync(first));
    }

    [Fact]
    public async Task Tenant_key_and_first_row_are_told_apart_ordinally()
    {
        var record = SampleRecords.Record(_tenant, "key");
        IdempotencyRecord[] others =
        [
            record with { FirstRow = 501 },
            record with { Key = "Key" },
            record with { Key = "key " },
            record with { Key = "ke\u00ady" },
            record with { Tenant = SampleInvitations.NewTenant() },
            record with { Tenant = new(_tenant.Value.ToUpperInvariant()) },
        ];
        Assert.True(await TryAddAsync(record));

        foreach (var other in others)
        {
            Assert.Null(await FindAsync(other));
            Assert.True(await TryAddAsync(other));
        }

        foreach (var other in others)
            Fields.AreEqual(other, await FindAsync(other));
    }

    [Fact]
    public async Task Of_many_who_add_one_wins()
    {
        await using var race = await Race.OpenAsync(Fixture, Race.Callers, Cancellation);
        for (var round = 0; round < Race.Rounds; round++)
        {
            var record = SampleRecords.Record(_tenant, $"key-{round}");

            var added = await race.RunAsync((session, caller) =>
                session.Idempotency.TryAddAsync(record with { Fingerprint = $"caller-{caller}" }, Cancellation));

            Assert.Single(added, true);
            Assert.Equal($"caller-{Array.IndexOf(added, true)}", (await FindAsync(record))?.Fingerprint);
        }
    }

    [Fact]
    public async Task Old_records_are_purged_a_bounded_number_a_call()
    {
        var longAgo = new DateTimeOffset(1983, 1, 2, 3, 4, 5, TimeSpan.Zero);
        var records = Enumerable.Range(0, 5).Select(number => SampleRecords.Record(_tenant, $"old-{number}") with { CreatedAt = longAgo.AddDays(-number) }).ToList();
        var young = SampleRecords.Record(_tenant, "young") with { CreatedAt = longAgo.AddMicroseconds(1) };
        foreach (var record in records.Append(young))
            await TryAddAsync(record);
        await using var session = await OpenAsync();

        Assert.Equal(0, await session.Idempotency.PurgeAsync(longAgo, 0, Cancellation));
        Assert.Equal(2, await session.Idempotency.PurgeAsync(longAgo, 2, Cancellation));
        Assert.Equal(3, await session.Idempotency.PurgeAsync(longAgo, 100, Cancellation));
        Assert.Equal(0, await session.Idempotency.PurgeAsync(longAgo, 100, Cancellation));

        Fields.AreEqual(young, await FindAsync(young));
        Assert.Null(await FindAsync(records[0]));
        Assert.True(await TryAddAsync(records[0]));
        Assert.Equal(2, await session.Idempotency.PurgeAsync(longAgo.AddMicroseconds(1), 100, Cancellation));
    }

    private async Task<bool> TryAddAsync(IdempotencyRecord record)
    {
        await using var session = await OpenAsync();
        return await session.Idempotency.TryAddAsync(record, Cancellation);
    }

    private async Task<IdempotencyRecord?> FindAsync(IdempotencyRecord record)
    {
        await using var session = await OpenAsync();
        return await session.Idempotency.FindAsync(record.Tenant, record.Key, record.FirstRow, Cancellation);
    }
}
