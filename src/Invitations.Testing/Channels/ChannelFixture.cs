using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Testing;

/// <summary>What the suites need of a channel: itself, and a provider that behaves as a test asks. Derive it once for each channel.</summary>
public abstract class ChannelFixture : IAsyncLifetime
{
    /// <summary>The name of the channel.</summary>
    public abstract string Channel { get; }

    /// <summary>Whether the channel hands messages over. True by default; false for one that leaves it to people.</summary>
    public virtual bool HandsOver => true;

    /// <summary>Adds the channel to a host, with a provider that has got nothing yet.</summary>
    /// <param name="builder">The builder of the host.</param>
    /// <param name="behaviour">How the provider behaves.</param>
    public abstract void Wire(InvitationsBuilder builder, ProviderBehaviour behaviour);

    /// <summary>Whom to invite. By default <c>ana@example.com</c> with a phone number; a provider that goes by the recipient overrides it.</summary>
    /// <param name="behaviour">How the provider behaves.</param>
    public virtual Invite InviteFor(ProviderBehaviour behaviour) => new("ana@example.com") { Phone = "+44 7911 123456", FirstName = "Ana" };

    /// <summary>What the provider has got since <see cref="Wire"/>, each message as the reader sees it: decoded, with headers and other parts of the request before it.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    public abstract ValueTask<IReadOnlyList<string>> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Called once before the tests of a class. Does nothing by default.</summary>
    public virtual ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>Called once after the tests of a class. Does nothing by default.</summary>
    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
