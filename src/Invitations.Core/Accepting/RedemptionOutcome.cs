namespace Invitations;

/// <summary>Outcomes as metrics name them: a closed list, whatever codes a host's handler makes up.</summary>
internal static class RedemptionOutcome
{
    public static string Of(InvitationError error) => error.Code switch
    {
        InvitationErrorCodes.TokenInvalid or InvitationErrorCodes.CodeInvalid => "unknown",
        InvitationErrorCodes.TokenSuperseded or InvitationErrorCodes.InvitationRevoked or InvitationErrorCodes.InvitationDeclined
            or InvitationErrorCodes.LinkInactive or InvitationErrorCodes.LinkExhausted or InvitationErrorCodes.LinkNotAllowed => "ended",
        InvitationErrorCodes.InvitationExpired or InvitationErrorCodes.LinkExpired => "expired",
        InvitationErrorCodes.InvitationAlreadyAccepted => "already_accepted",
        InvitationErrorCodes.CodeTooManyAttempts or InvitationErrorCodes.JoinTooManyAttempts => "throttled",
        InvitationErrorCodes.RecipientMismatch or InvitationErrorCodes.RecipientConfirmationRequired
            or InvitationErrorCodes.LinkDomainNotAllowed => "mismatch",
        InvitationErrorCodes.InvitationChanged or InvitationErrorCodes.LinkChanged => "conflict",
        _ => "refused",
    };
}
