namespace Invitations;

/// <summary>Who is invited: any of an e-mail address, a phone number, an identifier or an account that the host knows; or nobody yet.</summary>
/// <remarks>A recipient with nothing at all stands for a bare registration code. Every value is in its canonical form.</remarks>
public sealed record Recipient
{
    /// <summary>The e-mail address in canonical form (see <see cref="EmailAddress"/>), or null.</summary>
    public string? Email { get; init; }

    /// <summary>The phone number in E.164 form, or null.</summary>
    public string? Phone { get; init; }

    /// <summary>The identifier of a person without an address, or null.</summary>
    public RecipientIdentifier? Identifier { get; init; }

    /// <summary>The host's id of an account that is invited by id and told in the application, or null.</summary>
    public string? UserId { get; init; }

    /// <summary>Whether the recipient is nobody in particular: whoever has the code.</summary>
    public bool IsAnyone => Email is null && Phone is null && Identifier is null && UserId is null;

    /// <summary>Whether a message can be sent: there is an e-mail address, a phone number or an account.</summary>
    public bool IsReachable => Email is not null || Phone is not null || UserId is not null;

    /// <summary>The kinds of address present, without the addresses: a recipient is personal data.</summary>
    public override string ToString() => $"Recipient {{ Email = {Email is not null}, Phone = {Phone is not null}, Identifier = {Identifier is not null}, UserId = {UserId is not null} }}";
}
