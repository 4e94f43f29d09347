using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace Invitations;

/// <summary>What is wrong with the options, every mistake with the line that fixes it.</summary>
internal sealed partial class SmtpOptionsRules : IValidateOptions<SmtpOptions>
{
    private const int ImplicitTlsPort = 465;

    public ValidateOptionsResult Validate(string? name, SmtpOptions options)
    {
        var mistakes = new List<string>();
        CheckServer(options, mistakes);
        CheckAddress("From", options.From ?? "", mistakes);
        CheckAddress("ReplyTo", options.ReplyTo, mistakes);
        CheckAddress("ReturnPath", options.ReturnPath, mistakes);
        if (options.FromName?.Any(character => char.IsControl(character) || character is '"' or '\\') is true)
            mistakes.Add("INV034: SmtpOptions.FromName has quotation marks, backslashes or control characters. Give it without: AddEmail(o => o.FromName = \"Example\").");
        if (options.UnsubscribeUrl is { } url && (!url.IsAbsoluteUri || url.Scheme != Uri.UriSchemeHttps || url.Query.Length > 0 || url.Fragment.Length > 0))
            mistakes.Add("INV034: SmtpOptions.UnsubscribeUrl must be https, absolute and without query and fragment: o.UnsubscribeUrl = new(\"https://app.example.com/unsubscribe\").");
        if (options.DeliveryIdHeader is { } header && !HeaderName().IsMatch(header))
            mistakes.Add("INV034: SmtpOptions.DeliveryIdHeader is no name of a header. Letters, digits and hyphens, beginning with X-: o.DeliveryIdHeader = \"X-Delivery\".");
        foreach (var (option, value) in new[]
        {
            ("Timeout", options.Timeout), ("IdleTimeout", options.IdleTimeout), ("ConnectionLifetime", options.ConnectionLifetime),
        })
        {
            if (value <= TimeSpan.Zero || value > TimeSpan.FromHours(1))
                mistakes.Add($"INV034: SmtpOptions.{option} must be longer than zero and at most an hour, was {value}.");
        }

        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }

    private static void CheckServer(SmtpOptions options, List<string> mistakes)
    {
        if (string.IsNullOrWhiteSpace(options.Host))
            mistakes.Add("INV034: SmtpOptions.Host is missing. AddEmail(o => o.Host = \"smtp.example.com\"), or AddEmail(builder.Configuration.GetSection(\"Smtp\")) with Smtp:Host.");
        if (options.Port is < 1 or > 65535)
            mistakes.Add($"INV034: SmtpOptions.Port must be 1 to 65535, was {options.Port}.");
        if (options.Port == ImplicitTlsPort)
            mistakes.Add("INV034: SmtpOptions.Port is 465, where a connection begins with TLS, which is not spoken. Use the port for STARTTLS of the same server: o.Port = 587.");
        if (options.User is null != options.Password is null)
            mistakes.Add("INV034: SmtpOptions.User and SmtpOptions.Password go together: set both, or none for a server that asks for neither.");
        if (options.User is not null && options.Tls is SmtpTls.None && options.Host is not ("localhost" or "127.0.0.1" or "::1"))
            mistakes.Add("INV034: SmtpOptions has a password and no TLS, so everybody on the way could read it: o.Tls = SmtpTls.StartTls.");
    }

    private static void CheckAddress(string option, string? address, List<string> mistakes)
    {
        if (address is not null && !EmailAddress.TryParse(address, out _))
            mistakes.Add($"INV034: SmtpOptions.{option} is {(address.Length == 0 ? "missing" : "no e-mail address")}. An address alone: AddEmail(o => o.{option} = \"no-reply@example.com\").");
    }

    [GeneratedRegex(@"\AX-[A-Za-z0-9-]{1,60}\z", RegexOptions.CultureInvariant)]
    private static partial Regex HeaderName();
}
