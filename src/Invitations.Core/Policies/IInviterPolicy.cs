namespace Invitations;

/// <summary>Decides who may invite at all. Replace it with <c>ReplacePolicy&lt;IInviterPolicy, T&gt;()</c>.</summary>
public interface IInviterPolicy : IInvitationPolicy;
