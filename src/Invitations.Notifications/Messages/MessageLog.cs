using Microsoft.Extensions.Logging;

namespace Invitations;

/// <summary>The log events of messages. Templates are text of the host; nothing in them is about a person.</summary>
internal static partial class MessageLog
{
    [LoggerMessage(EventId = 6101, EventName = "TemplatePassedOver", Level = LogLevel.Warning,
        Message = "Tenant {Tenant}: a template for {Purpose} over {Channel} is not used: {Problem}")]
    public static partial void TemplatePassedOver(ILogger logger, TenantId tenant, string channel, MessagePurpose purpose, MessageTemplateProblem problem);

    [LoggerMessage(EventId = 6102, EventName = "TemplateFolderKept", Level = LogLevel.Error,
        Message = "The template folder was changed and cannot be used, so the former templates stay: {Problem}")]
    public static partial void TemplateFolderKept(ILogger logger, string problem);

    [LoggerMessage(EventId = 6103, EventName = "BrandingLeftOut", Level = LogLevel.Warning,
        Message = "Tenant {Tenant}: a part of its branding is left out: {Problem}")]
    public static partial void BrandingLeftOut(ILogger logger, TenantId tenant, string problem);
}
