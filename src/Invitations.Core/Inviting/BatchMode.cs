namespace Invitations;

/// <summary>What one wrong row does to the others.</summary>
public enum BatchMode
{
    /// <summary>Nothing: the right rows are invited, the wrong ones reported.</summary>
    ValidRowsOnly,

    /// <summary>It refuses them all; nothing is written.</summary>
    AllOrNothing,
}
