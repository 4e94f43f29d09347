namespace Invitations;

/// <summary>Why a kind and a value make no identifier.</summary>
public enum RecipientIdentifierProblem
{
    /// <summary>Nothing is wrong.</summary>
    None = 0,

    /// <summary>The kind is missing, or is not 1 to 50 lower-case ASCII letters, digits and underscores with a letter first.</summary>
    Kind,

    /// <summary>There is no value, or nothing but white space.</summary>
    Empty,

    /// <summary>The value is longer than <see cref="RecipientIdentifier.MaxLength"/>.</summary>
    TooLong,

    /// <summary>The value has an invisible or a control character, a line break, or half of a surrogate pair.</summary>
    HiddenCharacter,

    /// <summary>The value of a <see cref="IdentifierKinds.PhoneNumber"/> is not in E.164 form.</summary>
    PhoneNumber,

    /// <summary>The value of a <see cref="IdentifierKinds.Birthday"/> is no date since 1900 written as <c>yyyy-MM-dd</c> or <c>dd.MM.yyyy</c>.</summary>
    Birthday,
}
