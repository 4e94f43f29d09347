namespace Invitations;

/// <summary>Decides which e-mail domains may be invited. Replace it with <c>ReplacePolicy&lt;IDomainPolicy, T&gt;()</c>.</summary>
public interface IDomainPolicy : IInvitationPolicy;
