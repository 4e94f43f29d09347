namespace Invitations;

/// <summary>A file cannot be read, or not within its limits. Thrown by an <see cref="ISpreadsheetEngine"/>; the import answers with its <see cref="Error"/>.</summary>
public sealed class SpreadsheetRefusedException : Exception
{
    /// <summary>Creates one.</summary>
    /// <param name="error">The reason.</param>
    /// <param name="innerException">What the reader of the format threw, or null.</param>
    public SpreadsheetRefusedException(InvitationError error, Exception? innerException = null)
        : base(error?.Code, innerException)
    {
        ArgumentNullException.ThrowIfNull(error);
        Error = error;
    }

    /// <summary>The reason, such as <c>file.unreadable</c>.</summary>
    public InvitationError Error { get; }
}
