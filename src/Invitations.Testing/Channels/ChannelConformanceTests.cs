using Invitations.Stores;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Invitations.Testing;

/// <summary>What every channel does, one that sends nothing too. The messages go the whole way: invited, queued, dispatched, recorded.</summary>
/// <param name="fixture">The channel under test.</param>
public abstract class ChannelConformanceTests(ChannelFixture fixture)
{
    private const string InviterName = "Eve \"O'Neil\" <b>&amp; {{name}}";

    private static readonly TenantId Tenant = "conformance";

    /// <summary>The channel under test.</summary>
    protected ChannelFixture Fixture { get; } = fixture;

    /// <summary>Ends a test that is aborted.</summary>
    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>What the provider takes is sent, once, with the link.</summary>
    [Fact]
    public async Task A_message_that_is_taken_is_sent_once_with_the_link()
    {
        var (delivery, link, _) = await DeliverAsync(ProviderBehaviour.Takes);

        Assert.True(delivery.Status is DeliveryStatus.Sent, delivery.LastError);
        var received = await Fixture.ReadAsync(Cancellation);
        if (Fixture.HandsOver)
            Assert.Contains(link.AbsoluteUri, Assert.Single(received), StringComparison.Ordinal);
        else
            Assert.Empty(received);
    }

    /// <summary>Names and words of people are encoded for where they land: they arrive as they were, or not at all.</summary>
    [Fact]
    public async Task Text_from_people_arrives_as_text()
    {
        var (delivery, link, _) = await DeliverAsync(ProviderBehaviour.Takes);

        Assert.True(delivery.Status is DeliveryStatus.Sent, delivery.LastError);
        foreach (var message in await Fixture.ReadAsync(Cancellation))
        {
            Assert.Contains(link.AbsoluteUri, message, StringComparison.Ordinal);
            if (message.Contains("O'Neil", StringComparison.Ordinal))
                Assert.Contains(InviterName, message, StringComparison.Ordinal);
        }
    }

    /// <summary>Neither logs nor what is kept with a delivery hold the link, its token, or an address.</summary>
    [Theory]
    [InlineData(ProviderBehaviour.Takes)]
    [InlineData(ProviderBehaviour.RefusesForGood)]
    [InlineData(ProviderBehaviour.IsBusy)]
    [InlineData(ProviderBehaviour.IsAway)]
    public async Task No_secret_and_no_address_is_logged_or_kept(ProviderBehaviour behaviour)
    {
        var (delivery, link, logs) = await DeliverAsync(behaviour);

        var invite = Fixture.InviteFor(behaviour);
        var secrets = new[] { link.Segments[^1], invite.Email, invite.Phone?.Replace(" ", "", StringComparison.Ordinal) }.OfType<string>().ToList();
        Assert.All(secrets, secret => Assert.DoesNotContain(logs, line => line.Contains(secret, StringComparison.OrdinalIgnoreCase)));
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, $"{delivery.LastError} {delivery.ProviderMessageId}", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Invites somebody over the channel and works the outbox off once.</summary>
    /// <param name="behaviour">How the provider behaves.</param>
    /// <param name="stopAfter">When the step is cancelled, or null for never.</param>
    /// <returns>The delivery as it is stored after that, the link, and what was logged.</returns>
    protected async Task<(Delivery Delivery, Uri Link, IReadOnlyList<string> Logs)> DeliverAsync(ProviderBehaviour behaviour, TimeSpan? stopAfter = null)
    {
        using var logs = new RecordedLogs();
        var services = new ServiceCollection();
        services.AddSingleton<ILoggerFactory>(logs);
        services.TryAdd(ServiceDescriptor.Singleton(typeof(ILogger<>), typeof(Logger<>)));
        Fixture.Wire(services.AddInvitations(o => o.BaseUrl = new("https://app.example.com/join")).UseEphemeralKeys(), behaviour);
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        var invitations = scope.ServiceProvider.GetRequiredService<IInvitationService>();
        var admin = Inviter.OrganizationAdmin("u-eve", InviterName);
        var invited = await invitations.InviteAsync(Tenant, Fixture.InviteFor(behaviour), admin, new() { Channels = [Fixture.Channel] }, Cancellation);
        Assert.True(invited.Succeeded, string.Join(", ", invited.Errors));
        var shown = await scope.ServiceProvider.GetRequiredService<IInvitationAdministration>()
            .ShowSecretAsync(Tenant, invited.InvitationId!.Value, admin, Cancellation);

        await RunAsync(scope.ServiceProvider.GetRequiredService<IDeliveryDispatcher>(), stopAfter);

        var deliveries = await scope.ServiceProvider.GetRequiredService<IDeliveryStore>().ListAsync(Tenant, invited.InvitationId.Value, Cancellation);
        return (Assert.Single(deliveries), shown.Secrets!.Link, [.. logs.Lines]);
    }

    private static async Task RunAsync(IDeliveryDispatcher dispatcher, TimeSpan? stopAfter)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        if (stopAfter is { } time)
            stopping.CancelAfter(time);
        try
        {
            await dispatcher.RunOnceAsync(stopping.Token);
        }
        catch (OperationCanceledException) when (stopAfter is not null && !Cancellation.IsCancellationRequested)
        {
            // A step that is cancelled may say so or end: what it leaves behind is looked at.
        }
    }
}
