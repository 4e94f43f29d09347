namespace Invitations;

internal static class PublicErrors
{
    /// <summary>What only the invited person can bring about may be told; everything that tells of the invitation's fate may not.</summary>
    public static InvitationError Of(InvitationError error) => error.Code switch
    {
        InvitationErrorCodes.CodeTooManyAttempts
            or InvitationErrorCodes.RecipientMismatch
            or InvitationErrorCodes.LinkDomainNotAllowed
            or InvitationErrorCodes.EmailDomainNotAllowed
            or InvitationErrorCodes.LinkChanged
            or InvitationErrorCodes.RecipientConfirmationRequired
            or InvitationErrorCodes.AccountSignInFirst
            or InvitationErrorCodes.InvitationChanged => error,

        // About what the person has just filled in, and asked only where the invitation is open.
        InvitationErrorCodes.TextTooLong
            or InvitationErrorCodes.TextNotAllowed
            or InvitationErrorCodes.TextCarriesUrl
            or InvitationErrorCodes.ValueMissing
            or InvitationErrorCodes.ValueNotBoolean
            or InvitationErrorCodes.ValueNotDate
            or InvitationErrorCodes.ValueNotNumber
            or InvitationErrorCodes.ValueNotChoice
            or InvitationErrorCodes.FieldUnknown
            or InvitationErrorCodes.LanguageUnsupported => error,
        _ when IsOfTheLibrary(error) => new(InvitationErrorCodes.InvitationUnavailable),
        _ => error,
    };

    // A code outside the catalogue is the host's own: its acceptance handler refused a password, say, and wants that to be read.
    private static bool IsOfTheLibrary(InvitationError error) => error.Text is null && ErrorMessages.IsKnown(error.Code);
}
