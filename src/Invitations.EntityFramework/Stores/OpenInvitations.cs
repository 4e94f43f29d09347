namespace Invitations.Stores.EntityFramework;

/// <summary>The condition of the index of invitations that somebody can still do something with, written alike wherever that index shall serve.</summary>
internal static class OpenInvitations
{
    /// <summary>The condition as the index has it.</summary>
    public static string Filter { get; } = $"status IN ({(int)InvitationStatus.AwaitingApproval}, {(int)InvitationStatus.Pending})";

    public static string Condition(TableSql<Invitation> sql) =>
        $"{sql["status"]} IN ({(int)InvitationStatus.AwaitingApproval}, {(int)InvitationStatus.Pending})";
}
