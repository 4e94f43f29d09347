namespace Invitations;

/// <summary>How much of a link a text may carry.</summary>
internal enum LinkRule
{
    /// <summary>Links are welcome.</summary>
    Any,

    /// <summary>No web addresses; a host name alone is fine.</summary>
    NoPlainLinks,

    /// <summary>Nothing that a mail program would turn into a link.</summary>
    NoLinks,
}
