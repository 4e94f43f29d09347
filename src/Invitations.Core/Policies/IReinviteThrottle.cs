namespace Invitations;

/// <summary>Decides how soon an invitation may be issued again. Replace it with <c>ReplacePolicy&lt;IReinviteThrottle, T&gt;()</c>.</summary>
public interface IReinviteThrottle : IInvitationPolicy;
