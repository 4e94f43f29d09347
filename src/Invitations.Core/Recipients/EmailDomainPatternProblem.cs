namespace Invitations;

/// <summary>Why a text is no pattern for e-mail domains.</summary>
public enum EmailDomainPatternProblem
{
    /// <summary>Nothing is wrong.</summary>
    None = 0,

    /// <summary>There is no text.</summary>
    Empty,

    /// <summary>A <c>*</c> elsewhere than as the whole first label: <c>*.example.com</c> is a pattern, <c>*example.com</c> and <c>*</c> are not.</summary>
    Wildcard,

    /// <summary>An @: a pattern is about domains, not about addresses.</summary>
    AtSign,

    /// <summary>What is left is no domain name of at least two labels (one after <c>*.</c>), or one that has no canonical form.</summary>
    Domain,
}
