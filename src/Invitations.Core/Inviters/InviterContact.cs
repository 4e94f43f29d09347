namespace Invitations;

/// <summary>How an inviter is reached.</summary>
/// <param name="Email">The e-mail address, as <see cref="EmailAddress"/> writes it.</param>
/// <param name="Language">The language to write in as a BCP 47 tag, or null for the default of the tenant.</param>
public sealed record InviterContact(string Email, string? Language = null)
{
    /// <summary>Nothing of the content: it is personal data.</summary>
    public override string ToString() => nameof(InviterContact);
}
