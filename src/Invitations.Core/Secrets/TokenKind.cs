using System.Diagnostics.CodeAnalysis;

namespace Invitations;

/// <summary>What a token opens. A token of one kind is refused where another is asked for.</summary>
/// <remarks>The numbers are a part of every token that was ever sent: they never change.</remarks>
[SuppressMessage("Design", "CA1008", Justification = "A token of no kind must not exist.")]
[SuppressMessage("Design", "CA1028", Justification = "One byte of the token.")]
public enum TokenKind : byte
{
    /// <summary>The token of one invitation.</summary>
    Invitation = 1,

    /// <summary>The token of a link that many people share.</summary>
    Link = 2,

    /// <summary>The token with which somebody asks never to be invited again.</summary>
    Unsubscribe = 3,
}
