using Microsoft.Extensions.Options;

namespace Invitations;

/// <summary>Makes the links and codes of invitations, anew each time: they are stored nowhere.</summary>
internal sealed class LinkMaker(TokenCodec tokens, AccessCodes codes, UnsubscribeTokens unsubscribing, IOptionsMonitor<InvitationOptions> options)
{
    /// <returns>The secrets, or null where the code cannot be made any more because its key is retired.</returns>
    public RevealedSecrets? SecretsOf(Invitation invitation)
    {
        var token = tokens.Write(TokenKind.Invitation, invitation.Id, invitation.SecretVersion, invitation.SecretKeyId);
        if (invitation.CodeLength == 0)
            return WithCode(null);
        return codes.Derive(invitation.Id, invitation.SecretVersion, invitation.SecretKeyId, invitation.CodeLength) is { } code
            ? WithCode(code.Reveal())
            : null;

        RevealedSecrets WithCode(string? code) => new(LinkOf(token), token, code) { UnsubscribeToken = unsubscribing.TokenOf(invitation) };
    }

    /// <returns>The secrets of a link for many people. It is served at a path of its own, because its token opens nothing else.</returns>
    public RevealedSecrets SecretsOf(InvitationLink link)
    {
        var token = tokens.Write(TokenKind.Link, link.Id, link.SecretVersion, link.SecretKeyId);
        return new(LinkOf($"link/{token}"), token, null);
    }

    private Uri LinkOf(string path)
    {
        var baseUrl = options.CurrentValue.BaseUrl!.AbsoluteUri;
        return new(baseUrl.EndsWith('/') ? baseUrl + path : $"{baseUrl}/{path}");
    }
}
