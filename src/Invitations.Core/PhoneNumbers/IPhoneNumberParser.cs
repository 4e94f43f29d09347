namespace Invitations;

/// <summary>Reads a phone number that a person typed, or that a spreadsheet holds, into its E.164 form.</summary>
/// <remarks>
/// <para>The one method is called for every phone number on every path: single invitations, lists, imports, edits. It is called from
/// many threads at once and for a hundred thousand rows in a row: be thread-safe, do no I/O and allocate little.</para>
/// <para>Nothing in <see cref="PhoneNumberContext.Text"/> is a reason to throw: what cannot be read is a result with a
/// <see cref="PhoneNumberResult.Problem"/>. An exception is taken for a bug, is not caught and fails the whole operation.</para>
/// <para>The same number must always give the same <see cref="PhoneNumber.Value"/>: uniqueness, rate limits and the comparison with the
/// accepting person's number are decided by it. Register your own parser as a singleton before or after <c>AddInvitations</c>.</para>
/// </remarks>
public interface IPhoneNumberParser
{
    /// <summary>Reads one number.</summary>
    /// <param name="context">The text and how to understand it.</param>
    /// <returns>The number, or the reason why there is none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="context"/> is null.</exception>
    PhoneNumberResult Parse(PhoneNumberContext context);
}
