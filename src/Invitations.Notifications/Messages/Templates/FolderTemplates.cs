using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Invitations;

/// <summary>The templates of <see cref="MessageOptions.TemplateFolder"/>, read again when a file has changed.</summary>
internal sealed class FolderTemplates(
    IOptionsMonitor<MessageOptions> options, TimeProvider time, TemplateEngine engine, ILogger<FolderTemplates>? logger = null) : IMessageTemplateSource
{
    private readonly ILogger _logger = logger ?? NullLogger<FolderTemplates>.Instance;
    private readonly Lock _reading = new();

    private TemplateFolder? _folder;
    private string? _seen;
    private long _lookedAt;

    public ValueTask<IReadOnlyList<MessageTemplate>> FindAsync(MessageTemplateContext context, CancellationToken cancellationToken) =>
        new(options.CurrentValue.TemplateFolder is { } path ? Current(path).Find(context) : []);

    private TemplateFolder Current(string path)
    {
        lock (_reading)
        {
            if (_folder is not null && time.GetElapsedTime(_lookedAt) < options.CurrentValue.CacheFor)
                return _folder;

            _lookedAt = time.GetTimestamp();
            try
            {
                var stamp = TemplateFolder.Stamp(path);
                if (_folder is null || stamp != _seen)
                {
                    _seen = stamp;
                    _folder = TemplateFolder.Load(path, engine);
                }
            }
            catch (Exception exception) when (_folder is not null && exception is FormatException or IOException or UnauthorizedAccessException)
            {
                MessageLog.TemplateFolderKept(_logger, exception.Message);
            }

            return _folder;
        }
    }
}
