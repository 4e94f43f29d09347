namespace Invitations;

/// <summary>What was understood of a text: the digits in E.164 form, and what the numbering plans say about them.</summary>
/// <param name="Problem">Why the number is refused, or <c>None</c>.</param>
/// <param name="Length">The length of the E.164 form, plus included; 0 where the text was not understood as far as that.</param>
/// <param name="Region">The country of a number that is not refused.</param>
/// <param name="Kind">The kind of a number that is not refused.</param>
/// <param name="HasExtension">Whether an extension was cut off.</param>
internal readonly record struct PhoneReading(
    PhoneNumberProblem Problem, int Length = 0, string? Region = null, PhoneNumberKind Kind = PhoneNumberKind.Unknown, bool HasExtension = false);
