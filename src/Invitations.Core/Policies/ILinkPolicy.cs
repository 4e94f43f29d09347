namespace Invitations;

/// <summary>Decides whether there are links for many people, and how many. Replace it with <c>ReplacePolicy&lt;ILinkPolicy, T&gt;()</c>.</summary>
public interface ILinkPolicy : IInvitationPolicy;
