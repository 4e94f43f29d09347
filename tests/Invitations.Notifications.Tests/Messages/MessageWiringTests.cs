using Invitations.Notifications.Tests.Messages.Fixture;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Invitations.Notifications.Tests.Messages;

public sealed class MessageWiringTests
{
    [Fact]
    public async Task Every_mistake_in_the_options_is_named_at_once()
    {
        await using var writing = new Writing(o =>
        {
            o.CacheFor = TimeSpan.FromDays(2);
            o.Branding = new() { Color = "blue", SupportAddress = "nobody" };
            o.Templates.Add(new(DeliveryChannels.Email, new() { Language = "en", Subject = "{{oops}}" }));
        });

        var thrown = await Assert.ThrowsAsync<OptionsValidationException>(() => writing.WriteAsync(Writing.Context()));

        Assert.Equal(["INV032", "INV031", "INV031", "INV030"], thrown.Failures.Select(failure => failure[..6]));
    }

    [Fact]
    public void Adding_twice_adds_nothing()
    {
        var services = new ServiceCollection();
        var builder = services.AddInvitations().AddMessages().AddMessageTemplates<Shelf>().UseMessageBranding<NoBranding>();
        var count = services.Count;

        builder.AddMessages().AddMessageTemplates<Shelf>().UseMessageBranding<NoBranding>();

        Assert.Equal(count, services.Count);
    }

    private sealed class NoBranding : IMessageBrandingProvider
    {
        public ValueTask<MessageBranding> GetBrandingAsync(MessageBrandingContext context, CancellationToken cancellationToken) => new(context.Defaults);
    }
}
