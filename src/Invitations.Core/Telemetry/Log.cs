using Microsoft.Extensions.Logging;

namespace Invitations;

/// <summary>Everything that the library logs. No token, code, address or name is ever an argument.</summary>
internal static partial class Log
{
    [LoggerMessage(EventId = 1001, EventName = "RowsInvited", Level = LogLevel.Information,
        Message = "Tenant {Tenant}: {Rows} rows in a chunk, {Succeeded} of them invited or granted, {Refused} refused.")]
    public static partial void RowsInvited(ILogger logger, TenantId tenant, int rows, int succeeded, int refused);

    [LoggerMessage(EventId = 1002, EventName = "ChunkReplayed", Level = LogLevel.Information,
        Message = "Tenant {Tenant}: a chunk from row {FirstRow} on was done before under its idempotency key; the first result is given again.")]
    public static partial void ChunkReplayed(ILogger logger, TenantId tenant, int firstRow);

    [LoggerMessage(EventId = 2001, EventName = "Accepted", Level = LogLevel.Information, Message = "Invitation {InvitationId} was accepted.")]
    public static partial void Accepted(ILogger logger, Guid invitationId);

    [LoggerMessage(EventId = 2002, EventName = "AcceptanceConflict", Level = LogLevel.Information,
        Message = "Invitation {InvitationId} changed while it was being accepted; nothing was saved.")]
    public static partial void AcceptanceConflict(ILogger logger, Guid invitationId);

    [LoggerMessage(EventId = 2003, EventName = "RedemptionRefused", Level = LogLevel.Information, Message = "A {Secret} was refused: {Code}.")]
    public static partial void RedemptionRefused(ILogger logger, string secret, string code);

    [LoggerMessage(EventId = 2004, EventName = "Declined", Level = LogLevel.Information, Message = "Invitation {InvitationId} was declined.")]
    public static partial void Declined(ILogger logger, Guid invitationId);

    [LoggerMessage(EventId = 2101, EventName = "Joined", Level = LogLevel.Information,
        Message = "Somebody joined by link {LinkId}, as invitation {InvitationId}.")]
    public static partial void Joined(ILogger logger, Guid linkId, Guid invitationId);

    [LoggerMessage(EventId = 2102, EventName = "JoinConflict", Level = LogLevel.Information,
        Message = "Link {LinkId} changed, or the same person was faster, while somebody joined by it; nothing was saved.")]
    public static partial void JoinConflict(ILogger logger, Guid linkId);

    [LoggerMessage(EventId = 3001, EventName = "Administered", Level = LogLevel.Information, Message = "Invitation {InvitationId}: {Action}.")]
    public static partial void Administered(ILogger logger, Guid invitationId, AuditAction action);

    [LoggerMessage(EventId = 3101, EventName = "LinkAdministered", Level = LogLevel.Information, Message = "Link {LinkId}: {Action}.")]
    public static partial void LinkAdministered(ILogger logger, Guid linkId, AuditAction action);
    [LoggerMessage(EventId = 3101, EventName = "SuppressionChanged", Level = LogLevel.Information,
        Message = "Suppressed addresses of {Scope}: {Action} entry {SuppressionId}.")]
    public static partial void SuppressionChanged(ILogger logger, SuppressionScope scope, AuditAction action, Guid suppressionId);
    [LoggerMessage(EventId = 3002, EventName = "BulkChanged", Level = LogLevel.Information,
        Message = "Tenant {Tenant}: {Action} of {Read} invitations: {Done} done, {Unchanged} unchanged, {Skipped} skipped.")]
    public static partial void BulkChanged(ILogger logger, TenantId tenant, string action, int read, int done, int unchanged, int skipped);

    [LoggerMessage(EventId = 3201, EventName = "BatchChanged", Level = LogLevel.Information, Message = "Batch {BatchId}: {Action}.")]
    public static partial void BatchChanged(ILogger logger, Guid batchId, AuditAction action);

    [LoggerMessage(EventId = 8005, EventName = "BatchPostponed", Level = LogLevel.Error,
        Message = "Tenant {Tenant}: its settings cannot be used, so batch {BatchId} is tried again in an hour.")]
    public static partial void BatchPostponed(ILogger logger, Exception exception, TenantId tenant, Guid batchId);

    [LoggerMessage(EventId = 6001, EventName = "Delivered", Level = LogLevel.Debug, Message = "Delivery {DeliveryId} over {Channel}: {Status}.")]
    public static partial void Delivered(ILogger logger, Guid deliveryId, string channel, DeliveryStatus status);

    [LoggerMessage(EventId = 6002, EventName = "ChannelFailed", Level = LogLevel.Warning,
        Message = "Channel {Channel} failed on delivery {DeliveryId} with {Exception}; it is tried again later.")]
    public static partial void ChannelFailed(ILogger logger, string channel, Guid deliveryId, string exception);

    [LoggerMessage(EventId = 6003, EventName = "LeaseLost", Level = LogLevel.Warning,
        Message = "Delivery {DeliveryId} was cancelled or taken over while it was being sent; nothing was recorded. Is the lease long enough?")]
    public static partial void LeaseLost(ILogger logger, Guid deliveryId);

    [LoggerMessage(EventId = 6004, EventName = "ChannelTimedOut", Level = LogLevel.Warning,
        Message = "Channel {Channel} took too long for delivery {DeliveryId}; it is tried again later.")]
    public static partial void ChannelTimedOut(ILogger logger, string channel, Guid deliveryId);

    [LoggerMessage(EventId = 6005, EventName = "ReportsDelayed", Level = LogLevel.Error,
        Message = "The outcome of {Count} deliveries cannot be written down; it is tried until it can. Nothing else is sent meanwhile.")]
    public static partial void ReportsDelayed(ILogger logger, Exception exception, int count);

    [LoggerMessage(EventId = 6006, EventName = "ReportsResumed", Level = LogLevel.Information,
        Message = "The outcome of {Count} deliveries is written down, at attempt {Attempt}.")]
    public static partial void ReportsResumed(ILogger logger, int count, int attempt);

    [LoggerMessage(EventId = 6007, EventName = "SequelOmitted", Level = LogLevel.Error,
        Message = "Tenant {Tenant}: its settings cannot be used, so no other channel is tried for a message that was given up, and its inviter is not told.")]
    public static partial void SequelOmitted(ILogger logger, Exception exception, TenantId tenant);

    [LoggerMessage(EventId = 4001, EventName = "EventHandlerFailed", Level = LogLevel.Error,
        Message = "{Handler} failed on {Count} events. The change is committed; nobody tells the handler again.")]
    public static partial void EventHandlerFailed(ILogger logger, Exception exception, string handler, int count);

    [LoggerMessage(EventId = 6010, EventName = "ProviderReported", Level = LogLevel.Debug,
        Message = "Delivery {DeliveryId} over {Channel}: the provider reports {Kind}.")]
    public static partial void ProviderReported(ILogger logger, Guid deliveryId, string channel, ProviderReportKind kind);

    [LoggerMessage(EventId = 5001, EventName = "EphemeralKeys", Level = LogLevel.Warning,
        Message = "Secrets are derived with a key that was made at start (UseEphemeralKeys): every link and code is dead after a restart.")]
    public static partial void EphemeralKeys(ILogger logger);

    [LoggerMessage(EventId = 8001, EventName = "Maintained", Level = LogLevel.Information, Message = "{Job}: {Count} done.")]
    public static partial void Maintained(ILogger logger, string job, int count);

    [LoggerMessage(EventId = 8002, EventName = "RemindersPostponed", Level = LogLevel.Error,
        Message = "Tenant {Tenant}: its settings cannot be used, so its reminders are tried again in an hour.")]
    public static partial void RemindersPostponed(ILogger logger, Exception exception, TenantId tenant);

    [LoggerMessage(EventId = 8003, EventName = "RetentionPassedOver", Level = LogLevel.Error,
        Message = "Tenant {Tenant}: its settings cannot be used, so nothing of it was let go of.")]
    public static partial void RetentionPassedOver(ILogger logger, Exception exception, TenantId tenant);

    [LoggerMessage(EventId = 8004, EventName = "TenantPurged", Level = LogLevel.Information, Message = "Tenant {Tenant}: {Rows} rows were deleted.")]
    public static partial void TenantPurged(ILogger logger, TenantId tenant, int rows);
}
