using System.Diagnostics.Metrics;
using Invitations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Snippets;

public static class Watching
{
    public static MeterListener Listen(Action<string, long> record)
    {
        #region meter-listener
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == InvitationsDiagnostics.MeterName)
                    listener.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, state) => record(instrument.Name, value));
        listener.Start();
        #endregion
        return listener;
    }

    public static void Register(IServiceCollection services)
    {
        #region register-event-handler
        services.AddInvitations(o => o.BaseUrl = new Uri("https://app.example.com/join"))
            .AddEventHandler<TellTheSalesTeam>();
        #endregion
    }
}

#region event-handler
public sealed partial class TellTheSalesTeam(ILogger<TellTheSalesTeam> logger) : IInvitationEventHandler
{
    public ValueTask HandleAsync(InvitationEventContext context, CancellationToken cancellationToken)
    {
        foreach (var accepted in context.Events.Where(e => e.Kind is InvitationEventKind.Accepted))
            Joined(logger, accepted.Invitation.Tenant, accepted.At);
        return ValueTask.CompletedTask;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Somebody joined {Tenant} at {At}.")]
    private static partial void Joined(ILogger logger, TenantId tenant, DateTimeOffset at);
}
#endregion
