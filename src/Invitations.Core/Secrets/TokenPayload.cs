namespace Invitations;

/// <summary>What a genuine token says. Nothing in it is secret; whether it still opens anything, its row decides.</summary>
/// <param name="Kind">What the token opens.</param>
/// <param name="Id">The id of the invitation or of the link.</param>
/// <param name="SecretVersion">The secret version it was made for; with another one in the row the token is superseded.</param>
public readonly record struct TokenPayload(TokenKind Kind, Guid Id, int SecretVersion);
