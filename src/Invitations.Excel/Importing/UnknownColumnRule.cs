namespace Invitations;

/// <summary>What a column does whose header is not known.</summary>
public enum UnknownColumnRule
{
    /// <summary>It is passed over, with a warning.</summary>
    Warn,

    /// <summary>It refuses the file.</summary>
    Refuse,
}
