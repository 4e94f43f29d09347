using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace Invitations;

/// <summary>What is wrong with the options, every mistake with the line that fixes it.</summary>
internal sealed partial class SmsGatewayOptionsRules : IValidateOptions<SmsGatewayOptions>
{
    public ValidateOptionsResult Validate(string? name, SmsGatewayOptions options)
    {
        var mistakes = new List<string>();
        if (HttpEndpoint.Problem(options.Url) is { } problem)
            mistakes.Add($"INV035: SmsGatewayOptions.Url {problem}: AddSms(o => o.Url = new(\"https://sms.example.com/messages\")).");
        if (!options.Fields.Values.Any(field => field.Contains("{to}", StringComparison.Ordinal) || field.Contains("{digits}", StringComparison.Ordinal)))
            mistakes.Add("INV035: no field of SmsGatewayOptions.Fields has the number: o.Fields[\"to\"] = \"{to}\".");
        if (!options.Fields.Values.Any(field => field.Contains("{text}", StringComparison.Ordinal)))
            mistakes.Add("INV035: no field of SmsGatewayOptions.Fields has the message: o.Fields[\"text\"] = \"{text}\".");
        if (options.From is null && options.Fields.Values.Any(field => field.Contains("{from}", StringComparison.Ordinal)))
            mistakes.Add("INV035: a field of SmsGatewayOptions.Fields has the sender, and SmsGatewayOptions.From is missing: o.From = \"Example\".");
        if (options.User is null != options.Password is null)
            mistakes.Add("INV035: SmsGatewayOptions.User and SmsGatewayOptions.Password go together: set both or none.");
        if (options.Headers.Any(header => !HeaderName().IsMatch(header.Key) || header.Value.Any(char.IsControl)))
            mistakes.Add("INV035: a header of SmsGatewayOptions.Headers has a name or a value that HTTP does not allow.");
        if (options.AllowedPrefixes.Count == 0 || options.AllowedPrefixes.Any(prefix => !Prefix().IsMatch(prefix)))
            mistakes.Add("INV035: SmsGatewayOptions.AllowedPrefixes says where messages may go, as country codes: o.AllowedPrefixes.Add(\"+32\"); \"+\" is everywhere.");
        if (options.PrefixCaps.Any(cap => !Prefix().IsMatch(cap.Prefix) || cap.Limit < 1 || cap.Window <= TimeSpan.Zero))
            mistakes.Add("INV035: a cap of SmsGatewayOptions.PrefixCaps needs a prefix, a limit of 1 or more and a window longer than zero: new(\"+1876\", 100, TimeSpan.FromDays(1)).");
        if (options.Timeout <= TimeSpan.Zero || options.Timeout > TimeSpan.FromHours(1))
            mistakes.Add($"INV035: SmsGatewayOptions.Timeout must be longer than zero and at most an hour, was {options.Timeout}.");
        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }

    [GeneratedRegex(@"\A[!#$%&'*+.^_`|~0-9A-Za-z-]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex HeaderName();

    [GeneratedRegex(@"\A\+[0-9]{0,15}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Prefix();
}
