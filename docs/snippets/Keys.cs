using Invitations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Snippets;

public static class Keys
{
    public static void Configure(IServiceCollection services, IConfiguration configuration)
    {
        #region configured-key
        services.AddInvitations(o => o.Keys.Add(configuration["Invitations:Key"]!));
        #endregion
    }
}

#region vault-keys
public sealed class VaultKeys : IKeyRingSource
{
    private volatile KeyRing _ring;

    public VaultKeys(IEnumerable<string> keys) => _ring = Read(keys);

    public KeyRing Current => _ring;

    public void Refresh(IEnumerable<string> keys) => _ring = Read(keys);

    private static KeyRing Read(IEnumerable<string> keys) => new(keys.Select(InvitationKey.Parse));
}
#endregion
