using Invitations.Notifications.Tests.Hosting;
using Invitations.TestServers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Invitations.Notifications.Tests.Email;

/// <summary>What the tests of e-mail share: a real server, and a host that hands its messages to it.</summary>
public abstract class SmtpTests
{
    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    internal static Task<SmtpServer> StartAsync(SmtpServerOptions? options = null)
    {
        Assert.SkipWhen(SmtpServer.Unavailable is not null, SmtpServer.Unavailable ?? "");
        return SmtpServer.StartAsync(options ?? new(), Cancellation);
    }

    internal static ChannelHost HostFor(SmtpServer server, Action<SmtpOptions>? configure = null, IMessageRenderer? renderer = null, int? maxInFlight = null) =>
        HostFor(server.Port, configure, renderer, maxInFlight);

    internal static ChannelHost HostFor(int port, Action<SmtpOptions>? configure = null, IMessageRenderer? renderer = null, int? maxInFlight = null) => new(builder =>
    {
        if (maxInFlight is { } most)
            builder.Services.Configure<DeliveryOptions>(options => options.MaxInFlight = most);
        builder.AddEmail(smtp =>
        {
            smtp.Host = "localhost";
            smtp.Port = port;
            smtp.Tls = SmtpTls.None;
            smtp.From = "no-reply@app.example.com";
            configure?.Invoke(smtp);
        });
        if (renderer is not null)
            builder.Services.Replace(ServiceDescriptor.Scoped<IMessageRenderer>(_ => renderer));
    });
}
