namespace Invitations;

/// <summary>Decides how long an invitation stays open, with <see cref="PolicyRow.AllowFor"/>. Replace it with <c>ReplacePolicy&lt;IExpiryPolicy, T&gt;()</c>.</summary>
public interface IExpiryPolicy : IInvitationPolicy;
