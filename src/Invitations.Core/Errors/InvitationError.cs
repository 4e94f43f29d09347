using System.Globalization;

namespace Invitations;

/// <summary>One reason why something was refused: a stable code, the field, the facts, and a message that says what to do.</summary>
/// <remarks>The codes are those of <see cref="InvitationErrorCodes"/> and the host's own. Messages may change in any version; codes do not.</remarks>
public sealed record InvitationError
{
    /// <summary>Creates an error.</summary>
    /// <param name="code">The stable code, such as <c>email.invalid</c>.</param>
    /// <param name="field">The field that it is about, such as <c>email</c>, or null.</param>
    public InvitationError(string code, string? field = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        Code = code;
        Field = field;
    }

    /// <summary>The stable code.</summary>
    public string Code { get; }

    /// <summary>The key of the field, or null where it is about the whole.</summary>
    public string? Field { get; }

    /// <summary>The facts by name: the limit, the instant from which it is possible again, the other rows. Empty by default.</summary>
    public IReadOnlyDictionary<string, object> Arguments { get; init; } = Empty<string, object>.Dictionary;

    /// <summary>The text for a code that is not in the catalogue of the library: a host's own policy says it here, in the language of its choice.</summary>
    public string? Text { get; init; }

    /// <summary>The message in the language of <see cref="CultureInfo.CurrentUICulture"/>; English where there is no translation.</summary>
    public string Message => GetMessage(CultureInfo.CurrentUICulture);

    /// <summary>The message in a language.</summary>
    /// <param name="culture">The language, which also formats numbers and instants.</param>
    /// <returns>The message: <see cref="Text"/> if set, else the catalogue's, else the code.</returns>
    public string GetMessage(CultureInfo culture) => Text ?? ErrorMessages.Format(this, culture);

    /// <summary>The code, and the field if there is one.</summary>
    public override string ToString() => Field is null ? Code : $"{Code} ({Field})";
}
