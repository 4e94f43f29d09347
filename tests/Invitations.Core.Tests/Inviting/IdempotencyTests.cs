using Invitations.Stores;
using Invitations.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Invitations.Tests.Inviting;

public sealed class IdempotencyTests
{
    private static readonly InviteOptions Key = new() { IdempotencyKey = "import-7" };

    private static readonly TenantSettings Settings = new() { Roles = ["viewer", "editor"], Groups = [new("g1")], Languages = ["nl"] };

    public static TheoryData<BatchMode, int> Modes => new()
    {
        { BatchMode.ValidRowsOnly, 500 }, { BatchMode.ValidRowsOnly, 3 }, { BatchMode.ValidRowsOnly, 1 }, { BatchMode.AllOrNothing, 500 }, { BatchMode.AllOrNothing, 3 },
    };

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task The_same_list_again_gives_the_first_result_and_invites_nobody_twice(BatchMode mode, int chunkSize)
    {
        using var host = new TestHost(Settings, options => options.ChunkSize = chunkSize);
        var invites = People.Of(10);

        var first = await host.InviteAsync(invites, Key with { Mode = mode });
        host.Clock.Advance(TimeSpan.FromDays(30));
        var again = await host.InviteAsync(invites, Key with { Mode = mode });

        Assert.True(first.Succeeded);
        SameResults.Assert(first.Rows, again.Rows);
        Assert.Equal((first.BatchId, true), (again.BatchId, again.Succeeded));
        var content = await host.ReadAsync();
        Assert.Equal(10, content.Invitations.Count);
        Assert.Equal(10, content.Deliveries.Count);
        Assert.Equal(20, host.Events.All.Count);
    }

    [Fact]
    public async Task The_first_result_comes_with_its_errors_and_their_arguments()
    {
        using var host = new TestHost(Settings, options => options.ChunkSize = 4, wire: builder => builder.AddPolicy<OddArguments>());
        await host.InviteAsync(new Invite("open@example.com"));
        Invite[] invites =
        [
            new("ana@example.com"),
            new("nonsense"),
            new("ana@example.com") { Row = 40 },
            new("open@example.com"),
            new("bob@example.com") { Language = "tlh", Roles = ["owner"], FirstName = new string('x', 200), MembershipEndsAt = FakeClock.Start },
            new("odd@example.com"),
            new() { Anyone = true },
            new() { Identifier = "AB12" },
        ];

        var options = Key with { Lifetime = TimeSpan.FromDays(2) };
        var first = await host.InviteAsync(invites, options);
        var again = await host.InviteAsync(invites, options);

        Assert.Equal(3, first.Rows.Count(row => row.Succeeded));
        SameResults.Assert(first.Rows, again.Rows);
        Assert.Equal(
            first.Rows.SelectMany(row => row.Errors).Select(error => error.GetMessage(new("nl"))),
            again.Rows.SelectMany(row => row.Errors).Select(error => error.GetMessage(new("nl"))));
    }

    [Fact]
    public async Task One_invite_again_gives_the_first_result()
    {
        using var host = new TestHost(Settings);

        var first = await host.InviteAsync(new Invite("ana@example.com"), Key);
        var again = await host.InviteAsync(new Invite("ana@example.com"), Key);
        var refused = await host.InviteAsync(new Invite("nonsense"), Key with { IdempotencyKey = "other" });
        var refusedAgain = await host.InviteAsync(new Invite("nonsense"), Key with { IdempotencyKey = "other" });

        SameResults.Assert([first, refused], [again, refusedAgain]);
        Assert.Single((await host.ReadAsync()).Invitations);
    }

    [Fact]
    public async Task Another_person_under_the_same_key_is_a_conflict()
    {
        using var host = new TestHost(Settings);
        await host.InviteAsync(new Invite("ana@example.com"), Key);

        (await host.InviteAsync(new Invite("bob@example.com"), Key)).AssertRefused("idempotency.conflict", "idempotency_key", ("key", "import-7"));
        (await host.InviteAsync(new Invite("ana@example.com"), Key, Inviter.OrganizationAdmin("u-2"))).AssertRefused("idempotency.conflict", "idempotency_key", ("key", "import-7"));

        Assert.Single((await host.ReadAsync()).Invitations);
    }

    public static TheoryData<string> OtherLists => ["first row", "last row", "one more", "one less", "order", "options", "mode", "inviter"];

    [Theory]
    [MemberData(nameof(OtherLists))]
    public async Task Any_other_list_under_the_same_key_is_a_conflict_and_nothing_is_done(string what)
    {
        using var host = new TestHost(Settings, options => options.ChunkSize = 2);
        var invites = People.Of(5);
        await host.InviteAsync(invites, Key);

        var result = await host.InviteAsync(
            what switch
            {
                "first row" => [new("other@example.com"), .. invites.Skip(1)],
                "last row" => [.. invites.Take(4), new("other@example.com")],
                "one more" => [.. invites, new("other@example.com")],
                "one less" => [.. invites.Take(4)],
                "order" => [.. invites.Reverse()],
                _ => invites,
            },
            what switch { "options" => Key with { Language = "nl" }, "mode" => Key with { Mode = BatchMode.AllOrNothing }, _ => Key },
            what == "inviter" ? Inviter.OrganizationAdmin("u-2") : null);

        Assert.Empty(result.Rows);
        Assert.Null(result.BatchId);
        ResultAssertions.AssertError(Assert.Single(result.Errors), "idempotency.conflict", "idempotency_key", ("key", "import-7"));
        Assert.Equal(5, (await host.ReadAsync()).Invitations.Count);
    }

    [Fact]
    public async Task Another_list_after_an_interrupted_one_is_a_conflict_and_nothing_is_done()
    {
        using var host = new TestHost(Settings, options => options.ChunkSize = 2);
        await InterruptAsync(host, People.Of(6), afterChunks: 1);

        var result = await host.InviteAsync(People.Of(6, from: 20), Key);

        Assert.Equal("idempotency.conflict", Assert.Single(result.Errors).Code);
        Assert.Equal(2, (await host.ReadAsync()).Invitations.Count);
    }

    [Fact]
    public async Task A_stream_in_which_a_chunk_differs_does_nothing_from_there_on()
    {
        using var host = new TestHost(Settings, options => options.ChunkSize = 2);
        await host.InviteStreamAsync(People.Of(4).ToAsyncEnumerable(), Key);

        var rows = await host.InviteStreamAsync(new Invite[] { People.Person(1), People.Person(2), People.Person(3), new("x@example.com"), new("y@example.com") }.ToAsyncEnumerable(), Key);

        Assert.All(rows.Take(2), row => row.AssertSucceeded());
        Assert.Equal([3, 4, 5], rows.Skip(2).Select(row => row.Row));
        Assert.All(rows.Skip(2), row => row.AssertRefused("idempotency.conflict", "idempotency_key", ("key", "import-7")));
        Assert.Equal(4, (await host.ReadAsync()).Invitations.Count);
    }

    [Fact]
    public async Task A_stream_again_gives_the_first_results_and_does_what_is_new()
    {
        using var host = new TestHost(Settings, options => options.ChunkSize = 2);

        var first = await host.InviteStreamAsync(People.Of(5).ToAsyncEnumerable(), Key);
        var longer = await host.InviteStreamAsync(People.Of(7).ToAsyncEnumerable(), Key);

        SameResults.Assert(first, [.. longer.Take(5)]);
        Assert.All(longer, row => row.AssertSucceeded());
        Assert.Single((await host.ReadAsync()).Invitations.Select(invitation => invitation.BatchId).Distinct());
    }

    public static TheoryData<int, string, int> Interruptions
    {
        get
        {
            var data = new TheoryData<int, string, int>();
            foreach (var how in (string[])["throw", "cancel"])
            {
                foreach (var newChunkSize in (int[])[3, 1, 2, 100])
                {
                    data.Add(1, how, newChunkSize);
                    data.Add(2, how, newChunkSize);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Interruptions))]
    public async Task What_was_interrupted_is_completed_by_the_same_call_with_whatever_chunk_size(int afterChunks, string how, int newChunkSize)
    {
        using var host = new TestHost(Settings, options => options.ChunkSize = 3);
        Invite[] invites = [.. People.Of(7), new("PERSON2@example.com"), new("person8@example.com")];
        await InterruptAsync(host, invites, afterChunks, how);
        Assert.Equal(3 * afterChunks, (await host.ReadAsync()).Invitations.Count);
        host.Services.GetRequiredService<IOptionsMonitor<InvitationOptions>>().CurrentValue.ChunkSize = newChunkSize;

        var result = await host.InviteAsync(invites, Key);

        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8, 9], result.Rows.Select(row => row.Row));
        Assert.Equal(8, result.Count(InviteOutcome.Invited));
        result.Rows[7].AssertRefused("row.duplicate", "email", ("row", 2), ("field", "email"));
        var content = await host.ReadAsync();
        Assert.Equal(8, content.Invitations.Count);
        Assert.Equal(8, content.Deliveries.Count);
        Assert.All(content.Invitations, invitation => Assert.Equal(result.BatchId, invitation.BatchId));
        Assert.Equal(result.Rows.Where(row => row.Succeeded).Select(row => row.InvitationId), content.Invitations.OrderBy(row => row.BatchRow).Select(row => (Guid?)row.Id));
    }

    [Fact]
    public async Task An_import_killed_at_row_5000_of_10000_and_run_again_is_10000_invitations()
    {
        using var host = new TestHost(new TenantSettings { BatchSize = 10_000 });
        var invites = People.Of(10_000);
        await InterruptAsync(host, invites, afterChunks: 10);
        Assert.Equal(5_000, (await host.ReadAsync()).Invitations.Count);

        Assert.True((await host.InviteAsync(invites, Key)).Succeeded);

        var content = await host.ReadAsync();
        Assert.Equal(10_000, content.Invitations.Select(invitation => invitation.Recipient.Email).Distinct().Count());
        Assert.Equal((10_000, 10_000), (content.Invitations.Count, content.Deliveries.Count));
    }

    [Fact]
    public async Task An_interrupted_all_or_nothing_list_is_not_there_and_goes_in_as_a_whole()
    {
        using var host = new TestHost(Settings, options => options.ChunkSize = 2);
        await InterruptAsync(host, People.Of(6), afterChunks: 0, options: Key with { Mode = BatchMode.AllOrNothing });
        Assert.Empty((await host.ReadAsync()).Invitations);

        Assert.True((await host.InviteAsync(People.Of(6), Key with { Mode = BatchMode.AllOrNothing })).Succeeded);

        Assert.Equal(6, (await host.ReadAsync()).Invitations.Count);
    }

    [Fact]
    public async Task An_all_or_nothing_list_that_was_refused_is_judged_anew()
    {
        var tenants = new FakeTenantSettings();
        using var host = new TestHost(Settings, tenants: tenants);
        var options = Key with { Mode = BatchMode.AllOrNothing, Groups = ["g2"] };
        Assert.Equal("batch.refused", Assert.Single((await host.InviteAsync(People.Of(2), options)).Errors).Code);
        tenants.ByTenant["acme"] = Settings with { Groups = [new("g2")] };

        Assert.True((await host.InviteAsync(People.Of(2), options)).Succeeded);
    }

    public static TheoryData<BatchMode, int> Callers => new() { { BatchMode.ValidRowsOnly, 2 }, { BatchMode.ValidRowsOnly, 500 }, { BatchMode.AllOrNothing, 2 } };

    [Theory]
    [MemberData(nameof(Callers))]
    public async Task Of_many_callers_at_once_with_one_key_all_get_the_one_result(BatchMode mode, int chunkSize)
    {
        using var host = new TestHost(Settings, options => options.ChunkSize = chunkSize);
        const int Count = 8;
        for (var round = 0; round < 20; round++)
        {
            var tenant = $"tenant-{round}";
            var options = Key with { Mode = mode };
            var arrived = 0;
            var barrier = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            host.Calls.Before = async call =>
            {
                if (call.Name != "Transaction.Execute" || barrier.Task.IsCompleted)
                    return;
                if (Interlocked.Increment(ref arrived) == Count)
                    barrier.SetResult();
                await barrier.Task;
            };

            var results = await Task.WhenAll(Enumerable.Range(0, Count).Select(_ => Task.Run(
                () => host.InviteAsync(People.Of(5), options, tenant: tenant), TestContext.Current.CancellationToken)));

            var content = await host.ReadAsync(tenant);
            Assert.Equal(5, content.Invitations.Count);
            Assert.Equal(5, content.Deliveries.Count);
            Assert.All(results, result =>
            {
                Assert.True(result.Succeeded);
                Assert.Equal(content.Invitations[0].BatchId, result.BatchId);
                SameResults.Assert(results[0].Rows, result.Rows);
            });
        }
    }

    [Fact]
    public async Task A_caller_who_loses_to_another_list_under_the_same_key_does_nothing()
    {
        using var host = new TestHost(Settings, options => options.ChunkSize = 2);
        var isFirst = true;
        host.Calls.Before = async call =>
        {
            if (call.Name != "Transaction.Execute" || !isFirst)
                return;
            isFirst = false;
            await host.InviteAsync(People.Of(4), Key);
        };

        var result = await host.InviteAsync(People.Of(4, from: 20), Key);

        Assert.Equal("idempotency.conflict", Assert.Single(result.Errors).Code);
        Assert.Equal(4, (await host.ReadAsync()).Invitations.Count);
    }

    [Fact]
    public async Task A_dry_run_does_not_look_at_the_key()
    {
        using var host = new TestHost(Settings);
        await host.InviteAsync(People.Of(2), Key);

        var dry = await host.InviteAsync(People.Of(3, from: 10), Key with { DryRun = true });
        var afterwards = await host.InviteAsync(People.Of(3, from: 10), Key with { IdempotencyKey = "new", DryRun = true });

        Assert.True(dry.Succeeded);
        Assert.True(afterwards.Succeeded);
        Assert.True((await host.InviteAsync(People.Of(3, from: 20), Key with { IdempotencyKey = "new" })).Succeeded);
    }

    [Theory]
    [InlineData(201, "text.too_long")]
    [InlineData(-1, "text.not_allowed")]
    public async Task A_key_that_no_store_can_keep_is_refused(int length, string code)
    {
        using var host = new TestHost(Settings);
        var options = Key with { IdempotencyKey = length < 0 ? "a\0" : new string('k', length) };

        Assert.Equal([code], (await host.InviteAsync(new Invite("ana@example.com") { Row = 7 }, options)).Codes());
        Assert.Equal(code, Assert.Single((await host.InviteAsync(People.Of(2), options)).Errors).Code);
        var stream = await host.InviteStreamAsync(People.Of(3).ToAsyncEnumerable(), options);
        Assert.Equal([1, 2, 3], stream.Select(row => row.Row));
        Assert.All(stream, row => Assert.Equal([code], row.Codes()));
        Assert.True((await host.InviteAsync(People.Of(2), Key with { IdempotencyKey = new string('k', 200) })).Succeeded);
    }

    [Fact]
    public async Task An_empty_key_is_no_key()
    {
        using var host = new TestHost(Settings);

        await host.InviteAsync(new Invite("ana@example.com"), Key with { IdempotencyKey = "" });
        (await host.InviteAsync(new Invite("bob@example.com"), Key with { IdempotencyKey = "" })).AssertSucceeded();
    }

    [Fact]
    public async Task What_is_kept_under_a_key_names_no_address()
    {
        using var host = new TestHost(Settings);

        await host.InviteAsync([new("ana.secret@example.com") { Phone = "+447911123456" }, new("ana.secret@example.com")], Key);

        var record = (IdempotencyRecord)Assert.Single(host.Calls.All, call => call.Name == "Idempotency.TryAdd").Argument!;
        Assert.DoesNotContain("secret", record.Outcome, StringComparison.Ordinal);
        Assert.DoesNotContain("4479", record.Outcome, StringComparison.Ordinal);
    }

    private static async Task InterruptAsync(TestHost host, IReadOnlyCollection<Invite> invites, int afterChunks, string how = "throw", InviteOptions? options = null)
    {
        using var cancellation = new CancellationTokenSource();
        var done = 0;
        host.Calls.Before = call =>
        {
            if (call.Name != "Idempotency.TryAdd" || done++ < afterChunks)
                return Task.CompletedTask;
            if (how == "throw")
                throw new TimeoutException("The database is gone.");
            cancellation.Cancel();
            return Task.CompletedTask;
        };
        await using (var scope = host.Scope())
        {
            var service = scope.ServiceProvider.GetRequiredService<IInvitationService>();
            var call = service.InviteManyAsync(TestHost.Acme, invites, TestHost.Admin, options ?? Key, cancellation.Token);
            if (how == "throw")
                await Assert.ThrowsAsync<TimeoutException>(() => call);
            else
                await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        }

        host.Calls.Before = null;
    }

    private sealed class OddArguments : RowPolicy
    {
        protected override ValueTask<InvitationError?> JudgeAsync(PolicyContext context, PolicyRow row, CancellationToken cancellationToken) =>
            new(row.Draft.Recipient.Email != "odd@example.com" ? null : new InvitationError("odd.arguments", "odd")
            {
                Text = "Text",
                Arguments = new Dictionary<string, object>
                {
                    ["int"] = 7,
                    ["long"] = long.MaxValue,
                    ["bool"] = true,
                    ["text"] = "x",
                    ["texts"] = new[] { "a", "b" },
                    ["at"] = FakeClock.Start,
                    ["span"] = TimeSpan.FromMinutes(3),
                },
            });
    }
}
