namespace Invitations;

/// <summary>Somebody whose groups are asked for.</summary>
public sealed class DynamicGroupPerson
{
    /// <summary>What acceptance gives without the rules.</summary>
    public required Grant Grant { get; init; }

    /// <summary>The profile as the host gets it: at acceptance, with what the person filled in.</summary>
    public required Profile Profile { get; init; }

    /// <summary>What the tenant itself said, without anything that the person filled in. Empty for somebody who registers by themselves.</summary>
    /// <remarks>Decide by this where a group opens something: people write into a form what they like.</remarks>
    public required Profile Attested { get; init; }

    /// <summary>Nothing of the content: it is personal data.</summary>
    public override string ToString() => nameof(DynamicGroupPerson);
}
