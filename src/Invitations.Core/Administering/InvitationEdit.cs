namespace Invitations;

/// <summary>What to change in an invitation. What is null stays as it is.</summary>
public sealed record InvitationEdit
{
    /// <summary>The new e-mail address, or null. An empty text takes the address away.</summary>
    public string? Email { get; init; }

    /// <summary>The new phone number, or null. An empty text takes the number away.</summary>
    public string? Phone { get; init; }

    /// <summary>The new profile as a whole, or null.</summary>
    public Profile? Profile { get; init; }

    /// <summary>Member or guest, or null.</summary>
    public GrantKind? Kind { get; init; }

    /// <summary>The ids of all roles, or null.</summary>
    public IReadOnlyList<string>? Roles { get; init; }

    /// <summary>The ids or names of all groups, or null.</summary>
    public IReadOnlyList<string>? Groups { get; init; }

    /// <summary>The ids of all products, or null.</summary>
    public IReadOnlyList<string>? Products { get; init; }

    /// <summary>When the membership ends by itself, or null.</summary>
    public DateTimeOffset? MembershipEndsAt { get; init; }

    /// <summary>Whether to take the end of the membership away. The default value is <see langword="false"/>.</summary>
    public bool RemovesMembershipEnd { get; init; }

    /// <summary>The inviter's own words, or null. An empty text takes them away.</summary>
    public string? PersonalMessage { get; init; }

    /// <summary>The version that the editor saw, or null to change whatever is there. Another one is <c>invitation.changed</c>.</summary>
    public long? ExpectedVersion { get; init; }

    /// <summary>Nothing of the content: it is personal data.</summary>
    public override string ToString() => nameof(InvitationEdit);
}
