namespace Invitations;

/// <summary>How the connection to the SMTP server is kept from being read on its way.</summary>
public enum SmtpTls
{
    /// <summary>The connection begins in the clear and is encrypted by STARTTLS. A server that does not offer it is not used.</summary>
    StartTls,

    /// <summary>Not at all: for a server on the same machine or in a network that nobody else is in.</summary>
    None,
}
