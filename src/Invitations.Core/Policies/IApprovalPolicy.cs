namespace Invitations;

/// <summary>Decides whose invitations somebody else must approve, with <see cref="PolicyRow.RequireApproval"/>, and who may approve. Replace it with <c>ReplacePolicy&lt;IApprovalPolicy, T&gt;()</c>.</summary>
public interface IApprovalPolicy : IInvitationPolicy;
