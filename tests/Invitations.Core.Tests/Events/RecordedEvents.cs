using System.Collections.Concurrent;
using Invitations.Stores;
using Invitations.Tests.Accepting.Fixture;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Tests.Events;

/// <summary>What the host's handler was told, and what the handler found when it looked.</summary>
internal sealed class RecordedEvents
{
    private readonly ConcurrentQueue<(InvitationEvent Event, Invitation? Found)> _told = [];

    public IReadOnlyCollection<(InvitationEvent Event, Invitation? Found)> Told => _told;

    public IEnumerable<InvitationEventKind> Kinds => _told.Select(told => told.Event.Kind);

    public Func<CancellationToken, Task> Script { get; set; } = _ => Task.CompletedTask;

    public Site NewSite() => new(
        with: builder => builder.AddEventHandler<Handler>(),
        services: services => services.AddSingleton(this));

    public void Forget() => _told.Clear();

    public sealed class Handler(RecordedEvents recorded, IServiceScopeFactory scopes) : IInvitationEventHandler
    {
        public async ValueTask HandleAsync(InvitationEventContext context, CancellationToken cancellationToken)
        {
            foreach (var raised in context.Events)
            {
                await using var scope = scopes.CreateAsyncScope();
                var store = scope.ServiceProvider.GetRequiredService<IInvitationStore>();
                recorded._told.Enqueue((raised, await store.FindByTokenAsync(raised.Invitation.Id, CancellationToken.None)));
            }

            await recorded.Script(cancellationToken);
        }
    }
}
