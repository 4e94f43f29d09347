using Invitations;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds what writes messages.</summary>
public static class InvitationsMessagesBuilderExtensions
{
    /// <summary>Adds the renderer of messages. The channels of this package do so by themselves.</summary>
    /// <param name="builder">The builder.</param>
    public static InvitationsBuilder AddMessages(this InvitationsBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddScoped<IMessageRenderer, PlainMessageRenderer>();
        return builder;
    }
}
