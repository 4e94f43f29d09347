namespace Invitations;

/// <summary>How messages are written.</summary>
public sealed class MessageOptions
{
    /// <summary>The branding of every tenant about which the <see cref="IMessageBrandingProvider"/> says nothing else.</summary>
    public MessageBranding Branding { get; set; } = new();

    /// <summary>
    /// A folder with templates: <c>nl.txt</c>, <c>layout.html</c> and <c>layout.text</c> for all tenants, and the same below
    /// <c>tenants/acme</c> for one. Null, the default, for none. What is in it is checked when the host starts; a file that is changed
    /// later is read again within <see cref="CacheFor"/>, and the former one stays where the new one has a mistake.
    /// </summary>
    public string? TemplateFolder { get; set; }

    /// <summary>Templates given in code, asked after the folder and before the built-in texts. Checked when the host starts. Empty by default.</summary>
    public IList<MessageTemplateEntry> Templates { get; } = [];

    /// <summary>
    /// How long the templates, the branding and the names of groups of a tenant are kept in memory before they are asked for again. Zero to
    /// one day; the default value is one minute. <see cref="IMessageCache.Forget"/> ends it at once, on one node.
    /// </summary>
    public TimeSpan CacheFor { get; set; } = TimeSpan.FromMinutes(1);
}
