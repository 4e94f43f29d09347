namespace Invitations;

/// <summary>Decides which roles somebody may grant. Replace it with <c>ReplacePolicy&lt;IRolePolicy, T&gt;()</c>.</summary>
public interface IRolePolicy : IInvitationPolicy;
