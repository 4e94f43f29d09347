using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Invitations.Notifications.Tests.Email;

public sealed class SmtpOptionsTests
{
    [Theory]
    [InlineData("Host", "", "SmtpOptions.Host is missing")]
    [InlineData("Port", "465", "o.Port = 587")]
    [InlineData("Port", "0", "1 to 65535")]
    [InlineData("From", null, "SmtpOptions.From is missing")]
    [InlineData("From", "Ana <ana@example.com>", "SmtpOptions.From is no e-mail address")]
    [InlineData("ReplyTo", "a@example.com, b@example.com", "SmtpOptions.ReplyTo")]
    [InlineData("User", "app", "go together")]
    [InlineData("FromName", "Ana\r\nBcc: eve@example.com", "FromName")]
    [InlineData("UnsubscribeUrl", "http://app.example.com/u", "UnsubscribeUrl")]
    [InlineData("DeliveryIdHeader", "Bcc", "DeliveryIdHeader")]
    [InlineData("Timeout", "00:00:00", "SmtpOptions.Timeout")]
    [InlineData("Tls", "Implicit", "StartTls or None")]
    [InlineData("Port", "many", "Smtp:Port cannot be read")]
    public void A_mistake_is_named_with_the_line_that_fixes_it(string key, string? value, string part)
    {
        var exception = Assert.ThrowsAny<Exception>(() => Read((key, value)));

        Assert.Contains("INV034", exception.Message, StringComparison.Ordinal);
        Assert.Contains(part, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_password_does_not_travel_in_the_clear()
    {
        var exception = Assert.Throws<OptionsValidationException>(() => Read(("Tls", "None"), ("User", "app"), ("Password", "secret-one")));

        Assert.Contains("no TLS", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-one", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_section_sets_every_option()
    {
        var options = Read(
            ("Port", "2525"), ("Tls", "none"), ("FromName", "App"), ("ReplyTo", "help@example.com"), ("ReturnPath", "bounces@example.com"),
            ("UnsubscribeUrl", "https://example.com/u"), ("DeliveryIdHeader", "X-Delivery"), ("Timeout", "00:00:30"), ("IdleTimeout", "00:00:05"), ("ConnectionLifetime", "00:02:00"));

        Assert.Equal(("smtp.example.com", 2525, SmtpTls.None, "no-reply@example.com"), (options.Host, options.Port, options.Tls, options.From));
        Assert.Equal(("App", "help@example.com", "bounces@example.com", "X-Delivery"), (options.FromName, options.ReplyTo, options.ReturnPath, options.DeliveryIdHeader));
        Assert.Equal(new Uri("https://example.com/u"), options.UnsubscribeUrl);
        Assert.Equal((30, 5, 120), (options.Timeout.TotalSeconds, options.IdleTimeout.TotalSeconds, options.ConnectionLifetime.TotalSeconds));
    }

    private static SmtpOptions Read(params (string Key, string? Value)[] settings)
    {
        var values = new Dictionary<string, string?> { ["Smtp:Host"] = "smtp.example.com", ["Smtp:From"] = "no-reply@example.com" };
        foreach (var (key, value) in settings)
            values[$"Smtp:{key}"] = value;
        var services = new ServiceCollection();
        services.AddInvitations().AddEmail(new ConfigurationBuilder().AddInMemoryCollection(values).Build().GetSection("Smtp"));
        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IOptionsMonitor<SmtpOptions>>().CurrentValue;
    }
}
