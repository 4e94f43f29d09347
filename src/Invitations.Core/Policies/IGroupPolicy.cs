namespace Invitations;

/// <summary>Decides into which groups somebody may invite. Replace it with <c>ReplacePolicy&lt;IGroupPolicy, T&gt;()</c>.</summary>
public interface IGroupPolicy : IInvitationPolicy;
