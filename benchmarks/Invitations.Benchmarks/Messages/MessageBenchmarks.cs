using System.Globalization;
using Invitations.Benchmarks.Stores.Measuring;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Benchmarks.Messages;

/// <summary>Messages a second on one core, through the public renderer. Run it with <c>taskset -c 1</c>.</summary>
internal static class MessageBenchmarks
{
    private const int TargetRate = 20_000;

    private static readonly string[] Languages = ["en", "de", "nl", "ar"];

    /// <param name="args"><c>--quick</c> writes few messages, to see that it runs.</param>
    /// <returns>0 where every figure reaches its target.</returns>
    public static async Task<int> RunAsync(IReadOnlyCollection<string> args)
    {
        var isQuick = args.Contains("--quick");
        var count = isQuick ? 2_000 : 100_000;
        var services = new ServiceCollection();
        services
            .AddInvitations(options =>
            {
                options.BaseUrl = new("https://app.example.com/join");
                options.Defaults = TenantSettings.Default with { Groups = [new("design", "Design")] };
            })
            .UseEphemeralKeys()
            .AddMessages(options => options.Branding = new() { Name = "Acme Studio", Product = "Planwell", SupportAddress = "help@example.com", Footer = "1 Example Street\nLondon" });
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        var renderer = scope.ServiceProvider.GetRequiredService<IMessageRenderer>();

        var report = new Report();
        var first = await renderer.RenderAsync(Context(0, DeliveryChannels.Email), CancellationToken.None);
        report.Note(string.Create(CultureInfo.InvariantCulture, $"An e-mail has {first.Html!.Length:N0} characters of HTML and {first.Text.Length:N0} of text; four languages in turn, one thread."));
        var rates = await new Contest(isQuick ? 1 : 5).RunAsync(
            "messages",
            new Contestant("e-mail", () => Task.CompletedTask, () => WriteAsync(renderer, count, DeliveryChannels.Email)),
            new Contestant("text message", () => Task.CompletedTask, () => WriteAsync(renderer, count, DeliveryChannels.Sms)));
        report.Add(new("HTML and text of an e-mail", "messages/s", rates[0], "the target", TargetRate, Target.AtLeast(1)));
        report.Add(new("a text message, the best of up to four", "messages/s", rates[1], "the target", TargetRate));
        report.Write(Console.Out, TimeProvider.System.GetUtcNow());
        return report.HasFailures ? 1 : 0;
    }

    private static async Task<int> WriteAsync(IMessageRenderer renderer, int count, string channel)
    {
        for (var i = 0; i < count; i++)
            await renderer.RenderAsync(Context(i, channel), CancellationToken.None);
        return count;
    }

    private static MessageContext Context(int number, string channel) => new()
    {
        Tenant = "acme",
        Channel = channel,
        Purpose = MessagePurpose.Invitation,
        Link = new($"https://app.example.com/join/AQFlKWJWAaIBU_k4cymSptnWQZ7XyQAAAAFQq-1MsnnTid6eIRiy{number:D4}"),
        UnsubscribeLink = new($"https://app.example.com/never/{number:D4}"),
        Invitation = new()
        {
            Id = Guid.Empty,
            Tenant = "acme",
            Recipient = new() { Email = "ana@example.com" },
            Profile = new() { FirstName = "Ana", LastName = "López", Language = Languages[number % Languages.Length] },
            Grant = new() { Groups = ["design"] },
            InvitedBy = "user-tina",
            InviterName = "Tina Meyer",
            PersonalMessage = "Hi Ana,\nwe would love to have you with us. See you on Monday!",
            Status = InvitationStatus.Pending,
            SecretVersion = 1,
            SecretKeyId = 1,
            CreatedAt = DateTimeOffset.UnixEpoch,
            ExpiresAt = new(2030, 12, 4, 9, 0, 0, TimeSpan.Zero),
        },
    };
}
