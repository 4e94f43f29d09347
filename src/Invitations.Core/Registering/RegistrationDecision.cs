namespace Invitations;

/// <summary>Whether an address may register, and how. For the host: all but <see cref="PublicAnswer"/> would tell strangers who is invited and who has an account.</summary>
public sealed class RegistrationDecision
{
    internal RegistrationDecision(RegistrationWay way, string? address, IReadOnlyList<Invitation> invitations, InvitationError? error)
    {
        Way = way;
        Address = address;
        Invitations = invitations;
        Errors = error is null ? [] : [error];
    }

    /// <summary>How.</summary>
    public RegistrationWay Way { get; }

    /// <summary>The address in canonical form, or null where the text is none.</summary>
    public string? Address { get; }

    /// <summary>The open invitations of the address: of the tenant asked about, or the latest 100 of all.</summary>
    public IReadOnlyList<Invitation> Invitations { get; }

    /// <summary>Why the address may not register just like that. Empty where it may.</summary>
    public IReadOnlyList<InvitationError> Errors { get; }

    /// <summary>
    /// What to answer whoever typed the address: that a message to it says how to go on. The same for every address, invited, known or neither; only a
    /// text that is no address is told as such.
    /// </summary>
    public InvitationError PublicAnswer => Address is null ? Errors[0] : new(InvitationErrorCodes.RegistrationSeeMailbox);

    /// <summary>The way alone; addresses are personal data.</summary>
    public override string ToString() => Way.ToString();
}
