using Microsoft.Extensions.Options;

namespace Invitations;

/// <summary>Finds every mistake in the options at once, when the host starts.</summary>
internal sealed class InvitationOptionsRules(ServiceProviderFacts facts) : IValidateOptions<InvitationOptions>
{
    private const int MaxChunkSize = 10_000;
    private const int MaxCodeAttempts = 100;
    private static readonly TimeSpan LongestWindow = TimeSpan.FromDays(30);

    public ValidateOptionsResult Validate(string? name, InvitationOptions options)
    {
        var mistakes = Mistakes(options).ToList();
        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }

    private IEnumerable<string> Mistakes(InvitationOptions options)
    {
        foreach (var mistake in BaseUrlMistakes(options.BaseUrl))
            yield return mistake;
        foreach (var mistake in KeyMistakes(options.Keys))
            yield return mistake;
        foreach (var (position, text) in options.RetiredKeys.Index())
        {
            if (MistakeOf(() => InvitationKey.Parse(text)) is { } mistake)
                yield return $"{mistake} (RetiredKeys[{position}])";
        }

        if (options.ChunkSize is < 1 or > MaxChunkSize)
            yield return $"INV005: ChunkSize must be 1 to {MaxChunkSize}, was {options.ChunkSize}.";
        if (options.AccessCodeLength is < AccessCode.MinimumLength or > AccessCode.MaximumLength)
            yield return $"INV005: AccessCodeLength must be {AccessCode.MinimumLength} to {AccessCode.MaximumLength}, was {options.AccessCodeLength}.";
        if (options.CodeAttempts is < 1 or > MaxCodeAttempts)
            yield return $"INV005: CodeAttempts must be 1 to {MaxCodeAttempts} (NIST SP 800-63B), was {options.CodeAttempts}.";
        if (options.CodeAttemptWindow <= TimeSpan.Zero || options.CodeAttemptWindow > LongestWindow)
        {
            yield return $"INV005: CodeAttemptWindow must be longer than zero and at most {LongestWindow.TotalDays} days, " +
                $"was {options.CodeAttemptWindow}.";
        }

        foreach (var mistake in QuotaMistakes.In(options.Quotas))
            yield return $"INV005: {mistake}";

        if (options.Defaults is null)
        {
            yield return "INV005: Defaults must not be null; TenantSettings.Default is what holds where nothing else is said.";
            yield break;
        }

        foreach (var mistake in TenantSettingsRules.Mistakes(options.Defaults))
            yield return "INV005: Defaults." + mistake;
    }

    private static IEnumerable<string> BaseUrlMistakes(Uri? url)
    {
        if (url is null)
        {
            yield return "INV004: BaseUrl is not set, so no link can be made. Set it from configuration: " +
                "services.AddInvitations(o => o.BaseUrl = new Uri(\"https://app.example.com/join\")).";
        }
        else if (!url.IsAbsoluteUri || !(url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback)))
        {
            yield return $"INV004: BaseUrl must be an absolute https address (http only on localhost), was '{url}'.";
        }
        else if (url.UserInfo.Length > 0)
        {
            yield return "INV004: BaseUrl must have no user name and no password, because everybody who is invited reads it.";
        }
        else if (url.Query.Length > 0 || url.Fragment.Length > 0)
        {
            yield return $"INV004: BaseUrl must have no query and no fragment, because the token follows after a slash; was '{url}'.";
        }
    }

    private IEnumerable<string> KeyMistakes(IList<string> keys)
    {
        if (facts.HasOwnKeyRing)
            yield break;

        var parsed = new List<InvitationKey>(keys.Count);
        foreach (var (position, text) in keys.Index())
        {
            var mistake = MistakeOf(() => parsed.Add(InvitationKey.Parse(text)));
            if (mistake is not null)
                yield return keys.Count == 1 ? mistake : $"{mistake} (Keys[{position}])";
        }

        // What is wrong with the keys together shows once each of them is a key.
        if (parsed.Count == keys.Count && MistakeOf(() => _ = new KeyRing(parsed)) is { } ofRing)
            yield return ofRing;
    }

    private static string? MistakeOf(Action parse)
    {
        try
        {
            parse();
            return null;
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException)
        {
            return exception.Message;
        }
    }
}
