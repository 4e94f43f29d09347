namespace Invitations.TestServers;

/// <summary>A message as the server got it.</summary>
public sealed record SmtpMessage
{
    /// <summary>The number of the connection that it came by, from 1 on.</summary>
    public required int Connection { get; init; }

    /// <summary>The sender of the envelope.</summary>
    public required string From { get; init; }

    /// <summary>The recipients of the envelope.</summary>
    public required IReadOnlyList<string> To { get; init; }

    /// <summary>Whether the connection was encrypted.</summary>
    public required bool IsEncrypted { get; init; }

    /// <summary>Whether a user had signed in.</summary>
    public required bool IsAuthenticated { get; init; }

    /// <summary>The octets of the message, one character each.</summary>
    public required string Raw { get; init; }

    /// <summary>The value of a header, unfolded and otherwise as it came. Null where there is none, and an exception where there are two.</summary>
    /// <param name="name">The name.</param>
    public string? Header(string name)
    {
        var head = Raw[..Raw.IndexOf("\r\n\r\n", StringComparison.Ordinal)].Replace("\r\n ", " ", StringComparison.Ordinal).Replace("\r\n\t", " ", StringComparison.Ordinal);
        return head.Split("\r\n")
            .Where(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))
            .Select(line => line[(name.Length + 1)..].Trim())
            .SingleOrDefault();
    }
}
