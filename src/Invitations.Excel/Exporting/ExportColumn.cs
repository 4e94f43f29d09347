namespace Invitations;

/// <summary>A column of an export.</summary>
/// <param name="Header">What its header says.</param>
/// <param name="Width">The width on the sheet, in characters.</param>
/// <param name="Value">What a row has in it: null, a text, a number, a <see cref="DateOnly"/>, or an instant as <see cref="DateTimeOffset"/>.</param>
internal sealed record ExportColumn<T>(string Header, double Width, Func<T, object?> Value);
