namespace Invitations;

/// <summary>Decides what becomes of somebody who has an account, an open invitation or a second row. Replace it with <c>ReplacePolicy&lt;IUniquenessPolicy, T&gt;()</c>.</summary>
/// <remarks>Asked first, when inviting and editing. Two open invitations for one address are impossible whatever it says: the store refuses the second.</remarks>
public interface IUniquenessPolicy : IInvitationPolicy;
