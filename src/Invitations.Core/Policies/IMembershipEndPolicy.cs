namespace Invitations;

/// <summary>Refuses memberships that would end before they begin. Replace it with <c>ReplacePolicy&lt;IMembershipEndPolicy, T&gt;()</c>.</summary>
public interface IMembershipEndPolicy : IInvitationPolicy;
