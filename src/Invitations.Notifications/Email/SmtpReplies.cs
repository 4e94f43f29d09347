using System.Globalization;
using System.Net.Mail;
using System.Security.Authentication;
using System.Text.RegularExpressions;

namespace Invitations;

/// <summary>What a server's refusal means for a delivery. Of its text only the numbers are kept: the words often hold the address.</summary>
internal static partial class SmtpReplies
{
    private const int ServiceNotAvailable = 421;

    public static DeliveryOutcome OutcomeOf(SmtpException exception)
    {
        var (code, enhanced) = Numbers(exception);
        if (code is null)
            return DeliveryOutcome.Retry(exception.InnerException is AuthenticationException ? "SMTP: the server's certificate is not trusted." : "SMTP: the connection failed.");
        var reason = $"SMTP {code}{(enhanced is null ? "" : " " + enhanced)}: {Words(code.Value, enhanced)}.";
        return IsPermanent(code.Value, enhanced) ? DeliveryOutcome.Undeliverable(reason) : DeliveryOutcome.Retry(reason);
    }

    /// <summary>Whether the server does not let this host send, whoever the recipient is: nothing about the address is known, and somebody has to be told.</summary>
    public static bool IsTroubleOfTheHost(SmtpException exception)
    {
        var (code, enhanced) = Numbers(exception);
        return exception.InnerException is AuthenticationException || (code is not null && IsAboutTheSender(code.Value, enhanced));
    }

    /// <summary>Whether the connection is of no use any more, and another one may do better.</summary>
    public static bool IsConnectionLost(SmtpException exception) =>
        (int)exception.StatusCode == ServiceNotAvailable || exception is { StatusCode: SmtpStatusCode.GeneralFailure, InnerException: IOException };

    private static bool IsPermanent(int code, string? enhanced) => code >= 500 && !IsAboutTheSender(code, enhanced);

    // The class X.7 is about security and policy (RFC 3463): a wrong password, relaying that is not allowed, a sender that is blocked.
    private static bool IsAboutTheSender(int code, string? enhanced) =>
        code is 432 or 454 or 530 or 534 or 535 or 538 || enhanced?[1..].StartsWith(".7.", StringComparison.Ordinal) is true;

    private static (int? Code, string? Enhanced) Numbers(SmtpException exception)
    {
        var code = (int)exception.StatusCode;
        if (code is < 400 or > 599)
            return (null, null);
        var match = EnhancedCode().Match(exception.Message);
        return (code, match.Success && match.Value[0] == code.ToString(CultureInfo.InvariantCulture)[0] ? match.Value : null);
    }

    private static string Words(int code, string? enhanced) => code switch
    {
        _ when IsAboutTheSender(code, enhanced) => "the server does not let this host send",
        ServiceNotAvailable => "the server closes the connection",
        450 => "the mailbox is busy",
        452 or 552 => "the mailbox is full, or the message too large",
        550 => "the mailbox cannot be reached",
        551 => "the mailbox is elsewhere",
        553 => "the address is not allowed",
        < 500 => "the server cannot take it now",
        _ => "the server refuses it",
    };

    [GeneratedRegex(@"\b[245]\.\d{1,3}\.\d{1,3}\b", RegexOptions.CultureInvariant)]
    private static partial Regex EnhancedCode();
}
