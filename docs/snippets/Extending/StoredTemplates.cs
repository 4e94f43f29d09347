using Invitations;
using Microsoft.Extensions.DependencyInjection;

namespace Snippets.Extending;

#region template-source
public sealed class StoredTemplates(TemplateTable table) : IMessageTemplateSource
{
    public async ValueTask<IReadOnlyList<MessageTemplate>> FindAsync(MessageTemplateContext context, CancellationToken cancellationToken)
    {
        // One query for all languages that come into question.
        var rows = await table.FindAsync(context.Tenant, context.Channel, context.Purpose, context.Languages, cancellationToken);
        return [.. rows.Select(row => new MessageTemplate { Language = row.Language, Subject = row.Subject, Body = row.Body })];
    }
}
#endregion

public static class TemplateWiring
{
    public static void Register(IServiceCollection services)
    {
        #region template-source-registration
        services.AddInvitations(o => o.BaseUrl = new Uri("https://app.example.com/join"))
            .AddMessageTemplates<StoredTemplates>();
        #endregion
    }

    public static void RegisterOthers(IServiceCollection services)
    {
        #region template-folder-and-code
        services.AddInvitations(o => o.BaseUrl = new Uri("https://app.example.com/join"))
            .AddMessages(o =>
            {
                o.TemplateFolder = "messages";
                o.Templates.Add(new(DeliveryChannels.Email, new() { Language = "en", Button = "Join us" }));
            });
        #endregion
    }

    public static async Task SaveAsync(TemplateTable table, IMessageCache cache, TemplateRow row, CancellationToken cancellationToken)
    {
        #region template-saved
        await table.SaveAsync(row, cancellationToken);
        cache.Forget(row.Tenant);
        #endregion
    }
}

/// <summary>Stands for a table of a host.</summary>
public sealed class TemplateTable
{
    private readonly List<TemplateRow> _rows = [];

    public Task SaveAsync(TemplateRow row, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _rows.Add(row);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<TemplateRow>> FindAsync(
        TenantId tenant, string channel, MessagePurpose purpose, IReadOnlyList<string> languages, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult<IReadOnlyList<TemplateRow>>(
            [.. _rows.Where(row => row.Tenant == tenant && row.Channel == channel && row.Purpose == purpose && languages.Contains(row.Language))]);
    }
}

public sealed record TemplateRow(TenantId Tenant, string Channel, MessagePurpose Purpose, string Language, string Subject, string Body);
