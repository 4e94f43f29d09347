namespace Invitations;

/// <summary>Decides what a guest must and must not have. Replace it with <c>ReplacePolicy&lt;IGuestPolicy, T&gt;()</c>.</summary>
public interface IGuestPolicy : IInvitationPolicy;
