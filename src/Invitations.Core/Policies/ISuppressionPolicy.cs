namespace Invitations;

/// <summary>Refuses people who do not want to be invited. Replace it with <c>ReplacePolicy&lt;ISuppressionPolicy, T&gt;()</c>.</summary>
public interface ISuppressionPolicy : IInvitationPolicy;
