namespace Invitations.TestServers;

/// <summary>How a throwaway SMTP server is set up.</summary>
public sealed record SmtpServerOptions
{
    /// <summary>Whether it offers STARTTLS and asks for it, with a certificate of its own that nobody has signed. The default value is <see langword="false"/>.</summary>
    public bool HasTls { get; init; }

    /// <summary>The user that it asks for, or null, the default, for none.</summary>
    public string? User { get; init; }

    /// <summary>The password of the user.</summary>
    public string? Password { get; init; }

    /// <summary>Whether it takes addresses with letters that are not ASCII before the @. The default value is <see langword="true"/>.</summary>
    public bool TakesUtf8 { get; init; } = true;

    /// <summary>How long it waits for the next command before it closes a connection. The default value is 5 minutes.</summary>
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromMinutes(5);
}
