namespace Invitations;

/// <summary>What is kept in memory about the messages of tenants: templates, branding, names of groups.</summary>
public interface IMessageCache
{
    /// <summary>Forgets what is kept about one tenant, so that the next message has what the host's sources say now. Call it after an administrator has changed a template; other nodes follow within <see cref="MessageOptions.CacheFor"/>.</summary>
    /// <param name="tenant">The tenant.</param>
    void Forget(TenantId tenant);

    /// <summary>Forgets everything.</summary>
    void Clear();
}
