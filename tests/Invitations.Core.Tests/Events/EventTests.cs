using Invitations.Tests.Accepting.Fixture;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Invitations.Tests.Events;

public sealed class EventTests
{
    private static readonly Acceptor Ana = Acceptor.User("u-ana", ["ana@example.com"]);

    private readonly RecordedEvents _recorded = new();

    [Fact]
    public async Task Everything_that_happens_is_told_once_and_in_order()
    {
        await using var site = _recorded.NewSite();
        var id = await site.InviteAsync("ana@example.com");
        site.Clock.Advance(TimeSpan.FromHours(1));
        await site.ReinviteAsync(id);
        await site.EditAsync(id, new() { PersonalMessage = "Hello" });
        await site.PreviewAsync(await site.TokenAsync(id));
        await site.ShowAsync(id);
        await site.AcceptAsync(await site.TokenAsync(id), Ana);
        await site.AcceptAsync(await site.TokenAsync(id), Ana);
        var (revoked, declined) = (await site.InviteAsync("bob@example.com"), await site.InviteAsync("carl@example.com"));
        await site.RevokeAsync(revoked);
        await site.RevokeAsync(revoked);
        await site.DeclineAsync(await site.TokenAsync(declined));
        await site.DeclineAsync(await site.TokenAsync(declined));

        Assert.Equal(
            [
                InvitationEventKind.Created, InvitationEventKind.Issued, InvitationEventKind.Reinvited, InvitationEventKind.Edited, InvitationEventKind.Accepted,
                InvitationEventKind.Created, InvitationEventKind.Issued, InvitationEventKind.Created, InvitationEventKind.Issued,
                InvitationEventKind.Revoked, InvitationEventKind.Declined,
            ],
            _recorded.Kinds);
    }

    [Fact]
    public async Task A_handler_that_looks_finds_what_it_is_told()
    {
        await using var site = _recorded.NewSite();
        var id = await site.InviteAsync("ana@example.com");
        site.Clock.Advance(TimeSpan.FromHours(1));
        await site.ReinviteAsync(id);
        await site.EditAsync(id, new() { PersonalMessage = "Hello" });
        await site.AcceptAsync(await site.TokenAsync(id), Ana);
        await site.RevokeAsync(await site.InviteAsync("bob@example.com"));
        await site.DeclineAsync(await site.TokenAsync(await site.InviteAsync("carl@example.com")));

        Assert.NotEmpty(_recorded.Told);
        Assert.All(_recorded.Told, told => Assert.Equal(told.Event.Invitation, told.Found));
        Assert.Equal(site.Clock.Now, _recorded.Told.Last().Event.At);
    }

    [Fact]
    public async Task What_was_rolled_back_or_refused_is_not_told()
    {
        await using var site = _recorded.NewSite();
        var id = await site.InviteAsync("ana@example.com");
        _recorded.Forget();
        site.Memberships.Script = _ => throw new TimeoutException();
        await Assert.ThrowsAsync<TimeoutException>(async () => await site.AcceptAsync(await site.TokenAsync(id), Ana));
        site.Memberships.Script = _ => Task.FromResult<AcceptanceOutcome?>(AcceptanceOutcome.Refused(new InvitationError("seats.exhausted")));

        await site.AcceptAsync(await site.TokenAsync(id), Ana);
        await site.AcceptAsync(await site.TokenAsync(id), Acceptor.User("u-bob"));
        await site.ReinviteAsync(id);
        await site.EditAsync(id, new() { Email = "ana@" });
        site.Interference.BeforeNextWrite(() => site.EditAsync(id, new() { PersonalMessage = "First" }));
        await site.EditAsync(id, new() { PersonalMessage = "Second" });

        Assert.Equal([InvitationEventKind.Edited], _recorded.Kinds);
    }

    [Fact]
    public async Task A_handler_that_fails_is_logged_and_the_next_one_is_told_all_the_same()
    {
        var later = new RecordedEvents();
        await using var site = new Site(
            with: builder => builder.AddEventHandler<Failing>().AddEventHandler<RecordedEvents.Handler>(),
            services: services => services.AddSingleton(later));

        var id = await site.InviteAsync("ana@example.com");
        var accepted = await site.AcceptAsync(await site.TokenAsync(id), Ana);

        Assert.True(accepted.Succeeded);
        Assert.Equal([InvitationEventKind.Created, InvitationEventKind.Issued, InvitationEventKind.Accepted], later.Kinds);
        var lines = site.Logs.Lines.Where(line => line.Event == "EventHandlerFailed").ToList();
        Assert.Equal(2, lines.Count);
        Assert.All(lines, line => Assert.Equal((LogLevel.Error, typeof(IOException)), (line.Level, line.Exception!.GetType())));
        Assert.Contains(nameof(Failing), lines[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_caller_who_gives_up_while_the_handler_runs_still_gets_the_answer_for_what_is_committed()
    {
        await using var site = _recorded.NewSite();
        var id = await site.InviteAsync("ana@example.com");
        var secret = await site.TokenAsync(id);
        using var caller = new CancellationTokenSource();
        _recorded.Script = async token =>
        {
            await caller.CancelAsync();
            token.ThrowIfCancellationRequested();
        };

        await using var scope = site.Provider.CreateAsyncScope();
        var result = await scope.ServiceProvider.GetRequiredService<IInvitationAcceptance>().AcceptAsync(secret, Ana, null, caller.Token);

        Assert.True(result.Succeeded);
        Assert.Equal(InvitationStatus.Accepted, (await site.StoredAsync(id)).Status);
        Assert.Single(site.Logs.Lines, line => line.Event == "EventHandlerFailed");
    }

    [Fact]
    public async Task A_caller_who_gave_up_before_changes_nothing_and_nobody_is_told()
    {
        await using var site = _recorded.NewSite();
        var id = await site.InviteAsync("ana@example.com");
        var secret = await site.TokenAsync(id);
        _recorded.Forget();

        await using var scope = site.Provider.CreateAsyncScope();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => scope.ServiceProvider.GetRequiredService<IInvitationAcceptance>().AcceptAsync(secret, Ana, null, new CancellationToken(canceled: true)));

        Assert.Empty(_recorded.Told);
        Assert.Equal(InvitationStatus.Pending, (await site.StoredAsync(id)).Status);
    }

    [Fact]
    public async Task A_handler_may_use_the_library_itself()
    {
        await using var site = _recorded.NewSite();
        var hasRevoked = false;
        _recorded.Script = async _ =>
        {
            if (hasRevoked)
                return;
            hasRevoked = true;
            await site.RevokeAsync(_recorded.Told.First().Event.Invitation.Id);
        };

        var id = await site.InviteAsync("ana@example.com");

        Assert.Equal(InvitationStatus.Revoked, (await site.StoredAsync(id)).Status);
    }

    [Fact]
    public async Task What_ends_to_make_room_for_an_edit_is_told_as_expired()
    {
        await using var site = _recorded.NewSite();
        var expired = await site.InviteAsync("bob@example.com");
        site.Clock.Advance(TimeSpan.FromDays(7));
        var id = await site.InviteAsync("ana@example.com");
        _recorded.Forget();

        await site.EditAsync(id, new() { Email = "bob@example.com" });

        Assert.Equal(
            [(InvitationEventKind.Expired, expired), (InvitationEventKind.Edited, id)],
            _recorded.Told.Select(told => (told.Event.Kind, told.Event.Invitation.Id)));
    }

    [Fact]
    public async Task Of_callers_at_once_only_the_winner_is_told()
    {
        await using var site = _recorded.NewSite();
        site.Tenants[Site.Acme] = Site.Settings with { Binding = RecipientBinding.Anyone };
        var id = await site.InviteAsync("ana@example.com");
        var secret = await site.TokenAsync(id);
        _recorded.Forget();

        var results = await Race.RunAsync(
            Enumerable.Range(0, 64).Select(i => (Func<Task<AcceptResult>>)(() => site.AcceptAsync(secret, Acceptor.User($"u-{i}").Confirmed()))));

        var told = Assert.Single(_recorded.Told).Event;
        Assert.Equal(Assert.Single(results, result => result.Succeeded).Acceptance!.UserId, told.Invitation.AcceptedBy);
    }

    private sealed class Failing : IInvitationEventHandler
    {
        public ValueTask HandleAsync(InvitationEventContext context, CancellationToken cancellationToken) => throw new IOException("The bus is away.");
    }
}
