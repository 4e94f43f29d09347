using Microsoft.Extensions.Options;

namespace Invitations;

/// <summary>What is wrong with the options, every mistake with the line that fixes it.</summary>
internal sealed class WebhookOptionsRules : IValidateOptions<WebhookOptions>
{
    public ValidateOptionsResult Validate(string? name, WebhookOptions options)
    {
        var mistakes = new List<string>();
        if (HttpEndpoint.Problem(options.Url) is { } problem)
            mistakes.Add($"INV036: WebhookOptions.Url {problem}: AddWebhook(o => o.Url = new(\"https://example.com/webhooks\")).");
        if (options.Secrets.Count is < 1 or > 2)
            mistakes.Add($"INV036: WebhookOptions.Secrets has {options.Secrets.Count} secrets; one is needed, or two while one is changed: o.Secrets.Add(configuration[\"Webhook:Secret\"]!).");
        if (options.Secrets.Any(secret => !WebhookSecret.TryRead(secret, out _)))
            mistakes.Add("INV036: a secret of WebhookOptions.Secrets is not base64 of 24 to 64 bytes. Make one with 'openssl rand -base64 32'.");
        if (options.Timeout <= TimeSpan.Zero || options.Timeout > TimeSpan.FromHours(1))
            mistakes.Add($"INV036: WebhookOptions.Timeout must be longer than zero and at most an hour, was {options.Timeout}.");
        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }
}
