namespace Invitations;

/// <summary>A value that only one open invitation of a tenant can have.</summary>
/// <param name="Kind">By what.</param>
/// <param name="Value">The normalised value, compared ordinally.</param>
public readonly record struct UniqueKey(UniqueKeyKind Kind, string Value)
{
    /// <summary>The keys that an invitation holds while it is open. A store keeps them unique within the tenant.</summary>
    /// <param name="invitation">The invitation; its status is not looked at.</param>
    public static IEnumerable<UniqueKey> Of(Invitation invitation)
    {
        ArgumentNullException.ThrowIfNull(invitation);
        foreach (var key in Of(invitation.Recipient, invitation.Profile))
            yield return key;
        if (invitation.CodeLookup is { } code)
            yield return new(UniqueKeyKind.Code, code);
    }

    /// <summary>The keys of a recipient and profile that are not an invitation yet: all but the code.</summary>
    /// <param name="recipient">The recipient.</param>
    /// <param name="profile">The profile.</param>
    public static IEnumerable<UniqueKey> Of(Recipient recipient, Profile profile)
    {
        ArgumentNullException.ThrowIfNull(recipient);
        ArgumentNullException.ThrowIfNull(profile);
        if (recipient.Email is { } email)
            yield return new(UniqueKeyKind.Email, email);
        if (recipient.Phone is { } phone)
            yield return new(UniqueKeyKind.Phone, phone);
        if (profile.EmployeeId is { } employeeId)
            yield return new(UniqueKeyKind.EmployeeId, AsciiUpper(employeeId));
        if (recipient.Identifier is { IsUnique: true } identifier)
            yield return new(UniqueKeyKind.Identifier, identifier.Key);
        if (recipient.UserId is { } userId)
            yield return new(UniqueKeyKind.User, userId);
    }

    /// <summary>The kind alone: the value is personal data.</summary>
    public override string ToString() => Kind.ToString();

    private static string AsciiUpper(string text) => text.AsSpan().IndexOfAnyInRange('a', 'z') < 0
        ? text
        : string.Create(text.Length, text, static (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
                span[i] = char.IsAsciiLetterLower(source[i]) ? (char)(source[i] - 32) : source[i];
        });
}
