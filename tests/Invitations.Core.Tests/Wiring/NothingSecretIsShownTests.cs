using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text.Json;
using Invitations.Stores;
using Invitations.Tests.Accepting.Fixture;
using Invitations.Tests.Events;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Tests.Wiring;

/// <summary>One walk through everything, with everybody listening: no token, code or whole address is heard.</summary>
public sealed class NothingSecretIsShownTests
{
    private static readonly string[] Addresses = ["ana.silva@example.com", "bob.stone@example.com", "+447911123456", "7911 123456"];

    private readonly ConcurrentQueue<string> _heard = [];
    private readonly List<object> _answers = [];
    private readonly List<string> _secrets = [];
    private readonly RecordedEvents _events = new();

    [Fact]
    public async Task No_log_metric_trace_or_exception_has_a_token_a_code_or_an_address()
    {
        using var meters = ListenToMeters();
        using var activities = ListenToActivities();
        await using var site = _events.NewSite();

        await WalkAsync(site);

        var said = site.Logs.Lines.SelectMany(line => line.Arguments.SelectMany(Shown).Append(line.Text).Append(line.Exception?.ToString() ?? "")).ToList();
        Assert.True(site.Logs.Lines.Count > 15);
        Assert.Contains(_heard, text => text == "metric invitations.redeemed action=accept");
        Assert.Contains(_heard, text => text == "activity invitations.accept");
        AssertHidden([.. said, .. _heard], [.. _secrets, .. Addresses]);
    }

    [Fact]
    public async Task No_text_of_an_object_has_a_token_a_code_or_an_address()
    {
        await using var site = _events.NewSite();

        await WalkAsync(site);

        Assert.True(_answers.Count > 25);
        AssertHidden(_answers.Select(answer => answer.ToString() ?? ""), [.. _secrets, .. Addresses]);
    }

    [Fact]
    public async Task No_answer_event_or_row_carries_a_token_or_a_code_when_it_is_serialised()
    {
        await using var site = _events.NewSite();

        await WalkAsync(site);

        // To show a secret is what these two are for; everything else may be cached, queued or returned by a careless host.
        var careless = _answers.Where(answer => answer is not (ShowSecretResult or RevealedSecrets or Exception)).ToList();
        AssertHidden(careless.Select(answer => JsonSerializer.Serialize(answer, answer.GetType())), _secrets);
        Assert.Contains(_secrets, secret => JsonSerializer.Serialize(_answers.OfType<ShowSecretResult>().First()).Contains(secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_stranger_sees_has_no_whole_address()
    {
        await using var site = _events.NewSite();

        await WalkAsync(site);

        var forStrangers = _answers.Where(answer => answer is PreviewResult or DeclineResult or InvitationError).ToList();
        Assert.Contains(forStrangers, answer => JsonSerializer.Serialize(answer, answer.GetType()).Contains("a***@e***.com", StringComparison.Ordinal));
        AssertHidden(forStrangers.Select(answer => JsonSerializer.Serialize(answer, answer.GetType())), [.. Addresses, "ana.silva", "bob.stone", "7911"]);
    }

    private async Task WalkAsync(Site site)
    {
        var noted = new Note(this);
        var byMail = await site.InviteAsync(new Invite("ana.silva@example.com") { FirstName = "Ana", Phone = "+44 7911 123456" });
        var byCode = await site.InviteByCodeAsync("7741-X");
        await RememberSecretsAsync(site, byMail, byCode);
        noted.Add(await site.TryInviteAsync(new("ana.silva@example.com")));
        noted.Add(await site.TryInviteAsync(new("ana.silva@example.com, bob.stone@example.com")));
        noted.Add(await site.ReinviteAsync(byMail));
        site.Clock.Advance(TimeSpan.FromHours(1));
        noted.Add(await site.ReinviteAsync(byMail));
        noted.Add(await site.EditAsync(byMail, new() { Email = "bob.stone@example.com" }));
        noted.Add(await site.EditAsync(byMail, new() { Email = "ana.silva@example.com", PersonalMessage = "Hi" }));
        await RememberSecretsAsync(site, byMail, byCode);
        noted.Add(await site.ShowAsync(byMail));
        noted.Add(await site.ShowAsync(byCode));

        var (token, code) = (await site.TokenAsync(byMail), await site.CodeAsync(byCode));
        var ana = Acceptor.User("u-ana", ["ana.silva@example.com"], ["+447911123456"]);
        noted.Add(token, code, ana, Acceptor.SigningUp(), new InvitationEdit { Email = "ana.silva@example.com" });
        noted.Add(await site.PreviewAsync(token), await site.PreviewAsync(code));
        noted.Add(await site.PreviewAsync("ana.silva@example.com"), await site.AcceptAsync(token, Acceptor.User("u-bob", ["bob.stone@example.com"])));
        site.Memberships.Script = _ => throw new TimeoutException();
        noted.Add(await Assert.ThrowsAsync<TimeoutException>(() => site.AcceptAsync(token, ana)));
        site.Memberships.Script = _ => Task.FromResult<AcceptanceOutcome?>(null);
        noted.Add(await site.AcceptAsync(token, ana), await site.AcceptAsync(token, ana), await site.AcceptAsync(token, Acceptor.User("u-bob")));
        noted.Add(await site.DeclineAsync(code), await site.DeclineAsync(token), await site.RevokeAsync(byCode));
        _events.Script = _ => throw new IOException("The bus is away.");
        var again = await site.InviteAsync("bob.stone@example.com");
        noted.Add(await site.RevokeAsync(again));

        var request = new InvitationListRequest { Filter = new() { Search = "ana.silva@example.com" } };
        noted.Add(request, request.Filter, await site.ListAsync(request), (await site.HistoryAsync(byMail))!, (await site.FindAsync(byMail))!);
        noted.Add([.. site.Memberships.Calls]);
        noted.Add([.. _events.Told.Select(told => told.Event)]);
        noted.Add([.. await site.TrailAsync(byMail)]);
        noted.Add([.. await site.DeliveriesAsync(byMail)]);
        var stored = await site.StoredAsync(byMail);
        noted.Add(
            new InvitationChange { Updated = stored, ExpectedStatus = stored.Status, ExpectedVersion = stored.Version },
            new InvitationStoreQuery { Tenant = Site.Acme, Filter = request.Filter, Now = site.Clock.Now, Sort = default, Take = 1 },
            UniqueKey.Of(stored).First());
    }

    private async Task RememberSecretsAsync(Site site, params Guid[] ids)
    {
        foreach (var id in ids)
        {
            var secrets = await site.SecretsAsync(id);
            _secrets.Add(secrets.Token[^22..]);
            if (secrets.Code is { } code)
                _secrets.AddRange([code, code.Replace("-", "", StringComparison.Ordinal)]);
        }
    }

    private static void AssertHidden(IEnumerable<string> texts, List<string> hidden)
    {
        Assert.True(hidden.Count >= 4);
        Assert.All(texts, text => Assert.All(hidden, secret => Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>A logged value as a text and as a logger that takes objects apart writes it.</summary>
    private static IEnumerable<string> Shown(object? value) =>
        value is null ? [] : [value.ToString() ?? "", value is Type ? "" : JsonSerializer.Serialize(value, value.GetType())];

    private MeterListener ListenToMeters()
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name == InvitationsDiagnostics.MeterName)
                    self.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Hear(instrument, tags));
        listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Hear(instrument, tags));
        listener.Start();
        return listener;
    }

    private void Hear(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        foreach (var (key, value) in tags)
            _heard.Enqueue($"metric {instrument.Name} {key}={value}");
    }

    private ActivityListener ListenToActivities()
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == InvitationsDiagnostics.ActivitySourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                _heard.Enqueue($"activity {activity.DisplayName}");
                foreach (var (key, value) in activity.TagObjects)
                    _heard.Enqueue($"{key}={value}");
                foreach (var raised in activity.Events)
                    _heard.Enqueue($"{raised.Name} {string.Join(' ', raised.Tags)}");
            },
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    /// <summary>Keeps what came back, with what hangs on it.</summary>
    private readonly struct Note(NothingSecretIsShownTests test)
    {
        public void Add(params IEnumerable<object> answers)
        {
            foreach (var answer in answers)
            {
                test._answers.Add(answer);
                IEnumerable<object?> inner = answer switch
                {
                    AcceptResult accepted => [accepted.Acceptance, accepted.PublicError, .. accepted.Errors],
                    PreviewResult preview => [preview.Preview, preview.PublicError],
                    AdministrationResult done => [done.Invitation, .. done.Errors],
                    ShowSecretResult shown => [shown.Secrets],
                    InvitationPage page => page.Items,
                    InvitationHistory history => [.. history.Entries, .. history.Deliveries],
                    AcceptanceContext context => [context.Acceptor, context.Profile, context.Grant, context.Invitation],
                    Invitation invitation => [invitation.Recipient, invitation.Profile],
                    _ => [],
                };
                Add(inner.OfType<object>());
            }
        }
    }
}
