namespace Invitations;

/// <summary>How an SMS provider is spoken to, and where messages may go. Checked when the host starts, every mistake named at once.</summary>
public sealed class SmsGatewayOptions
{
    /// <summary>Where the request goes. Required; https, or http on this machine.</summary>
    public Uri? Url { get; set; }

    /// <summary>The name or number that messages come from, as the provider knows it; <c>{from}</c> in a field. Null, the default, where no field needs it.</summary>
    public string? From { get; set; }

    /// <summary>
    /// The fields of the request by name. <c>{to}</c> is the number in E.164, <c>{digits}</c> the same without its plus, <c>{from}</c> the sender, <c>{text}</c>
    /// the message, <c>{id}</c> the id of the delivery; everything else is written as it is. Required, with the number and the text.
    /// </summary>
    public IDictionary<string, string> Fields { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>How the fields are written. The default value is <see cref="SmsBodyFormat.Form"/>.</summary>
    public SmsBodyFormat Format { get; set; }

    /// <summary>The user for basic authentication, or null, the default, for none.</summary>
    public string? User { get; set; }

    /// <summary>The password for basic authentication. Never logged.</summary>
    public string? Password { get; set; }

    /// <summary>Further headers, such as <c>Authorization</c>; <c>{id}</c> is the id of the delivery, for providers that know an idempotency key. Empty by default. Never logged.</summary>
    public IDictionary<string, string> Headers { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Where in a JSON answer the provider's name of the message is, such as <c>sid</c> or <c>messages.0.message-id</c>. Null, the default, for nowhere.</summary>
    public string? MessageIdPath { get; set; }

    /// <summary>Where in a JSON answer a code is that tells more than the HTTP status, such as <c>messages.0.status</c>. Null, the default, for nowhere.</summary>
    public string? CodePath { get; set; }

    /// <summary>The codes at <see cref="CodePath"/> that mean success. Where any are named, an answer with another code, or none, is no success.</summary>
    public ISet<string> SuccessCodes { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>The codes at <see cref="CodePath"/> with which the message is given up: the number is none, cannot get messages, or does not want them.</summary>
    public ISet<string> PermanentCodes { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>The HTTP statuses with which the message is given up, whatever the code. Empty by default: everything else is tried again.</summary>
    public ISet<int> PermanentStatuses { get; } = new HashSet<int>();

    /// <summary>
    /// The beginnings of the numbers that messages may go to, such as <c>+32</c>. Required: whoever pays for messages says where they go. <c>+</c> is
    /// everywhere. A number that begins otherwise is given up.
    /// </summary>
    public IList<string> AllowedPrefixes { get; } = [];

    /// <summary>How many messages may go to numbers that begin alike. Of several that fit, the longest counts. Empty by default. What is over a cap waits for the next window.</summary>
    public IList<SmsPrefixCap> PrefixCaps { get; } = [];

    /// <summary>How long a request may take. The default value is 30 seconds; keep it well under <see cref="DeliveryOptions.Lease"/>.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>What the request goes through instead of a connection of the library's own, such as a proxy of yours. It must not follow redirects. Null by default.</summary>
    public HttpMessageHandler? Handler { get; set; }
}
