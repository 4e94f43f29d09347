using System.Collections.Concurrent;

namespace Invitations;

/// <summary>What is kept in memory about the messages of one tenant.</summary>
internal sealed class TenantMessages(long since)
{
    // Languages come from profiles, so there may be any number of them.
    private const int MostKept = 500;

    private readonly ConcurrentDictionary<(string Channel, MessagePurpose Purpose, string? Language), CompiledTemplate> _templates = new();
    private readonly ConcurrentDictionary<string, string> _groups = new(StringComparer.Ordinal);

    /// <summary>The timestamp from which on it is kept.</summary>
    public long Since { get; } = since;

    public TenantLook? Look { get; set; }

    public CompiledTemplate? FindTemplate(string channel, MessagePurpose purpose, string? language) =>
        _templates.GetValueOrDefault((channel, purpose, language));

    public void Keep(string channel, MessagePurpose purpose, string? language, CompiledTemplate template)
    {
        if (_templates.Count < MostKept)
            _templates[(channel, purpose, language)] = template;
    }

    public string? FindGroup(string id) => _groups.GetValueOrDefault(id);

    public void KeepGroup(string id, string name)
    {
        if (_groups.Count < MostKept)
            _groups[id] = name;
    }
}
