namespace Invitations;

/// <summary>The secrets of one invitation. Show them; do not store or log them.</summary>
public sealed class RevealedSecrets
{
    internal RevealedSecrets(Uri link, string token, string? code)
    {
        Link = link;
        Token = token;
        Code = code;
    }

    /// <summary>The link: <see cref="InvitationOptions.BaseUrl"/> followed by the token.</summary>
    public Uri Link { get; }

    /// <summary>The token alone.</summary>
    public string Token { get; }

    /// <summary>The access code in groups, such as <c>7K3QM-9TFXA-R</c>, or null where the invitation has none.</summary>
    public string? Code { get; }

    /// <summary>The token with which the person asks never to be invited again, or null where they have no address.</summary>
    internal string? UnsubscribeToken { get; init; }

    /// <summary>Never the secrets.</summary>
    public override string ToString() => nameof(RevealedSecrets);
}
