using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Invitations.Notifications.Tests.Messages.Fixture;

/// <summary>A host that writes messages: its services, its clock and what it logs.</summary>
internal sealed class Writing : IAsyncDisposable
{
    public const string Token = "AQFlKWJWAaIBU_k4cymSptnWQZ7XyQAAAAFQq-1MsnnTid6eIRiy0TR1";
    public const string Link = "https://app.example.com/join/" + Token;

    // Compiling the layouts takes longer than everything else of a test.
    private static readonly TemplateEngine Engine = new();

    private readonly ServiceProvider _services;

    public Writing(Action<MessageOptions>? configure = null, Action<InvitationsBuilder>? build = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Time);
        services.AddSingleton<ILoggerProvider>(Log);
        services.AddLogging();
        services.AddSingleton(Engine);
        var builder = services
            .AddInvitations(o =>
            {
                o.BaseUrl = new("https://app.example.com/join");
                o.Defaults = TenantSettings.Default with { Groups = [new("design", "Design"), new("research", "Research & Care"), new("bad", "evil.example.com")] };
            })
            .UseEphemeralKeys()
            .AddMessages(configure);
        build?.Invoke(builder);
        _services = services.BuildServiceProvider(validateScopes: true);
    }

    public SetTime Time { get; } = new();

    public HeardLog Log { get; } = new();

    public IMessageCache Cache => _services.GetRequiredService<IMessageCache>();

    public static MessageOptions Acme(MessageOptions options)
    {
        options.Branding = new() { Name = "Acme", TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Brussels") };
        return options;
    }

    public static Invitation Invitation(string? language = null) => new()
    {
        Id = Guid.Parse("01936f00-0000-7000-8000-000000000001"),
        Tenant = "acme",
        Recipient = new() { Email = "ana@example.com" },
        Profile = new() { FirstName = "Ana", LastName = "Lopez", Language = language },
        Grant = new() { Groups = ["design"] },
        InvitedBy = "user-tina",
        InviterName = "Tina Meyer",
        PersonalMessage = "Hi Ana,\nsee you on Monday!",
        Status = InvitationStatus.Pending,
        SecretVersion = 1,
        SecretKeyId = 1,
        CreatedAt = SetTime.Start,
        ExpiresAt = SetTime.Start.AddDays(8).AddHours(-1),
    };

    public static MessageContext Context(Invitation? invitation = null, string channel = DeliveryChannels.Email, MessagePurpose purpose = MessagePurpose.Invitation)
    {
        var about = invitation ?? Invitation();
        return new()
        {
            Tenant = about.Tenant,
            Channel = channel,
            Purpose = purpose,
            Invitation = about,
            Link = purpose is MessagePurpose.Invitation or MessagePurpose.Reinvite or MessagePurpose.Reminder ? new(Link) : null,
        };
    }

    public async Task<Message> WriteAsync(MessageContext context)
    {
        await using var scope = _services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMessageRenderer>().RenderAsync(context, TestContext.Current.CancellationToken);
    }

    public async Task<MessagePreview> PreviewAsync(MessagePreviewRequest request)
    {
        await using var scope = _services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMessagePreviews>().PreviewAsync(request, TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
