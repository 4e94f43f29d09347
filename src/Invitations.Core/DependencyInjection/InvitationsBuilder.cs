using System.ComponentModel;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations;

/// <summary>Lets a host and add-on packages say what to use. Every call may be made twice; the second changes nothing.</summary>
public sealed class InvitationsBuilder
{
    internal InvitationsBuilder(IServiceCollection services) => Services = services;

    /// <summary>The services, for the extension methods of add-on packages.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public IServiceCollection Services { get; }
}
