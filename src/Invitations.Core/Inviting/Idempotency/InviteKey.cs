namespace Invitations;

/// <summary>The key of a caller's own under which something is done once.</summary>
internal static class InviteKey
{
    private const int MaxLength = 200;

    /// <returns>Why the key cannot be used, or null.</returns>
    public static InvitationError? ErrorOf(string? key) => key switch
    {
        { Length: > MaxLength } => Refusals.Of(
            InvitationErrorCodes.TextTooLong, FieldNames.IdempotencyKey, "field", FieldNames.IdempotencyKey, "limit", MaxLength),
        not null when !ForeignText.IsStorable(key) => Refusals.Value(InvitationErrorCodes.TextNotAllowed, FieldNames.IdempotencyKey),
        _ => null,
    };
}
