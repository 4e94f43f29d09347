namespace Invitations;

/// <summary>Decides which products somebody may grant. Replace it with <c>ReplacePolicy&lt;IProductPolicy, T&gt;()</c>.</summary>
public interface IProductPolicy : IInvitationPolicy;
