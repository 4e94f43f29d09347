namespace Invitations;

/// <summary>What would become of the rows of a file.</summary>
public sealed record ImportCounts
{
    /// <summary>The rows with a value in any column that is read; blank ones do not count.</summary>
    public int Rows { get; init; }

    /// <summary>How many people would get a new invitation at once.</summary>
    public int New { get; init; }

    /// <summary>How many would be invited once somebody has approved it.</summary>
    public int NeedApproval { get; init; }

    /// <summary>How many have an open invitation, which would be issued again, merged into, or is the reason of a refusal (see <see cref="InviteOptions.WhenAlreadyInvited"/>).</summary>
    public int AlreadyInvited { get; init; }

    /// <summary>How many have an account, and would be given the grant at once or are refused (see <see cref="InviteOptions.WhenAccountExists"/>).</summary>
    public int ExistingAccounts { get; init; }

    /// <summary>How many would be refused, for whatever reason; those already invited and those with an account included where they are.</summary>
    public int Refused { get; init; }

    /// <summary>How many rows each code of a refusal is among the reasons of.</summary>
    public IReadOnlyDictionary<string, int> Reasons { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);
}
