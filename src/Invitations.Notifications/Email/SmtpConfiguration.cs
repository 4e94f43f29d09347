using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Invitations;

/// <summary>Reads <see cref="SmtpOptions"/> from a section, by hand: no further package, and nothing that trimming could remove.</summary>
internal static class SmtpConfiguration
{
    /// <exception cref="InvalidOperationException">A value cannot be read (INV034).</exception>
    public static void Apply(IConfiguration section, SmtpOptions options)
    {
        options.Host = section[nameof(options.Host)] ?? options.Host;
        options.Port = Read(section, nameof(options.Port), options.Port);
        options.Tls = section[nameof(options.Tls)] is { } tls
            ? Enum.TryParse<SmtpTls>(tls, ignoreCase: true, out var parsed) && Enum.IsDefined(parsed)
                ? parsed
                : throw Unreadable(section, nameof(options.Tls), string.Join(" or ", Enum.GetNames<SmtpTls>()))
            : options.Tls;
        options.User = section[nameof(options.User)] ?? options.User;
        options.Password = section[nameof(options.Password)] ?? options.Password;
        options.From = section[nameof(options.From)] ?? options.From;
        options.FromName = section[nameof(options.FromName)] ?? options.FromName;
        options.ReplyTo = section[nameof(options.ReplyTo)] ?? options.ReplyTo;
        options.ReturnPath = section[nameof(options.ReturnPath)] ?? options.ReturnPath;
        options.UnsubscribeUrl = section[nameof(options.UnsubscribeUrl)] is { } url ? new Uri(url, UriKind.RelativeOrAbsolute) : options.UnsubscribeUrl;
        options.DeliveryIdHeader = section[nameof(options.DeliveryIdHeader)] ?? options.DeliveryIdHeader;
        options.Timeout = Read(section, nameof(options.Timeout), options.Timeout);
        options.IdleTimeout = Read(section, nameof(options.IdleTimeout), options.IdleTimeout);
        options.ConnectionLifetime = Read(section, nameof(options.ConnectionLifetime), options.ConnectionLifetime);
    }

    private static T Read<T>(IConfiguration section, string key, T value)
        where T : ISpanParsable<T> =>
        section[key] is not { } text ? value
        : T.TryParse(text, CultureInfo.InvariantCulture, out var parsed) ? parsed
        : throw Unreadable(section, key, typeof(T) == typeof(int) ? "a number" : "a time such as 00:01:00");

    private static InvalidOperationException Unreadable(IConfiguration section, string key, string wanted) =>
        new($"INV034: the setting {(section as IConfigurationSection)?.Path}:{key} cannot be read. It has to be {wanted}.");
}
