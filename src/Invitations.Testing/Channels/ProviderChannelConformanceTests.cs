namespace Invitations.Testing;

/// <summary>What a channel does whose provider refuses, is busy, stalls or is away; next to what every channel does.</summary>
/// <param name="fixture">The channel under test.</param>
public abstract class ProviderChannelConformanceTests(ChannelFixture fixture) : ChannelConformanceTests(fixture)
{
    /// <summary>The id of the delivery goes along, so that the provider can drop a second one.</summary>
    [Fact]
    public async Task The_id_of_the_delivery_goes_along()
    {
        var (delivery, _, _) = await DeliverAsync(ProviderBehaviour.Takes);

        var message = Assert.Single(await Fixture.ReadAsync(Cancellation));
        Assert.True(
            message.Contains($"{delivery.Id:D}", StringComparison.OrdinalIgnoreCase) || message.Contains($"{delivery.Id:N}", StringComparison.OrdinalIgnoreCase),
            $"Nothing that the provider got has the id {delivery.Id}: it cannot tell a second attempt from another message.");
    }

    /// <summary>What can never be taken is given up, with a reason.</summary>
    [Fact]
    public async Task What_is_refused_for_good_is_given_up_with_a_reason()
    {
        var (delivery, _, _) = await DeliverAsync(ProviderBehaviour.RefusesForGood);

        Assert.Equal(DeliveryStatus.Failed, delivery.Status);
        Assert.False(string.IsNullOrWhiteSpace(delivery.LastError));
    }

    /// <summary>What cannot be taken now is tried again later, and not given up.</summary>
    [Theory]
    [InlineData(ProviderBehaviour.IsBusy)]
    [InlineData(ProviderBehaviour.IsAway)]
    public async Task A_provider_that_is_busy_or_away_is_asked_again_later(ProviderBehaviour behaviour)
    {
        var (delivery, _, _) = await DeliverAsync(behaviour);

        Assert.Equal(DeliveryStatus.Waiting, delivery.Status);
        Assert.False(string.IsNullOrWhiteSpace(delivery.LastError));
        Assert.True(delivery.DueAt > delivery.CreatedAt, "It would be tried again at once.");
    }

    /// <summary>A provider that never answers does not keep a host from stopping, and loses no message.</summary>
    [Fact]
    public async Task A_host_that_stops_does_not_wait_for_a_provider_that_stalls()
    {
        var work = DeliverAsync(ProviderBehaviour.Stalls, stopAfter: TimeSpan.FromMilliseconds(300));

        var (delivery, _, _) = await work.WaitAsync(TimeSpan.FromSeconds(60), Cancellation);

        Assert.Equal(DeliveryStatus.Waiting, delivery.Status);
    }
}
