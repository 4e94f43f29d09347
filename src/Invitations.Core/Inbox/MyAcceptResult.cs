namespace Invitations;

/// <summary>What accepting one of several invitations led to.</summary>
/// <param name="Reference">The invitation.</param>
/// <param name="Result">What it led to.</param>
public sealed record MyAcceptResult(InvitationReference Reference, AcceptResult Result);
