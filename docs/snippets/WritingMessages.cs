using Invitations;
using Microsoft.Extensions.DependencyInjection;

namespace Snippets;

public static class WritingMessages
{
    public static void Register(IServiceCollection services)
    {
        #region messages-wiring
        services.AddInvitations(o => o.BaseUrl = new Uri("https://app.example.com/join"))
            .AddMessages(o => o.Branding = new()
            {
                Name = "Acme",
                Product = "Planwell",
                Color = "#0f766e",
                SupportAddress = "help@example.com",
                Footer = "Planwell Ltd, 1 Example Street, London",
                TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Brussels"),
            });
        #endregion
    }

    public static void RegisterBranding(IServiceCollection services)
    {
        #region branding-registration
        services.AddInvitations(o => o.BaseUrl = new Uri("https://app.example.com/join"))
            .UseMessageBranding<WorkspaceBranding>();
        #endregion
    }

    public static async Task PreviewAsync(IMessagePreviews previews, TenantId tenant)
    {
        #region message-preview
        var preview = await previews.PreviewAsync(new()
        {
            Tenant = tenant,
            Purpose = MessagePurpose.Reminder,
            Language = "nl",
            Template = new() { Subject = "{{inviter}} wacht op je", Greeting = "Beste {{firstname}}," },   // typed, not saved yet
        });
        foreach (var problem in preview.Problems)
            Console.WriteLine(problem);               // nl, Greeting, line 1: 'firstname' is not known here. Is 'firstName' meant?
        Console.WriteLine(preview.Message.Subject);   // Herinnering: je uitnodiging voor Acme
        #endregion
    }

    public static void Count()
    {
        #region sms-segments
        var segments = SmsSegments.Of("Łukasz zaprasza do Acme: https://app.example.com/join");
        Console.WriteLine($"{segments.Encoding}, {segments.Count} segment, {segments.UnitsLeft} units left");   // Ucs2, 1 segment, 17 units left
        #endregion
    }

    public static async Task<Message> WriteAsync(IMessageRenderer renderer, DeliveryContext context, CancellationToken cancellationToken)
    {
        #region render-in-a-channel
        var message = await renderer.RenderAsync(MessageContext.From(context), cancellationToken);
        #endregion
        return message;
    }
}

#region branding-provider
public sealed class WorkspaceBranding(Workspaces workspaces) : IMessageBrandingProvider
{
    public async ValueTask<MessageBranding> GetBrandingAsync(MessageBrandingContext context, CancellationToken cancellationToken)
    {
        var workspace = await workspaces.FindAsync(context.Tenant, cancellationToken);
        if (workspace is null)
            return context.Defaults;
        return context.Defaults with { Name = workspace.Name, Color = workspace.Color, Language = workspace.Language };
    }
}
#endregion

/// <summary>Stands for the workspaces of a host.</summary>
public sealed class Workspaces
{
    public Task<Workspace?> FindAsync(TenantId tenant, CancellationToken cancellationToken) =>
        Task.FromResult<Workspace?>(tenant == "acme" && !cancellationToken.IsCancellationRequested ? new("Acme", "#0f766e", "nl") : null);
}

public sealed record Workspace(string Name, string Color, string Language);
