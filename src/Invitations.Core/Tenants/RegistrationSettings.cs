namespace Invitations;

/// <summary>Who registers, how, and what they get (see <see cref="IRegistrations"/>).</summary>
public sealed record RegistrationSettings
{
    /// <summary>
    /// Whether an address with an open invitation registers by accepting it and in no other way, so that nobody takes an invited address before its
    /// owner does. The default value is <see langword="true"/>. Otherwise whoever registers by themselves accepts the open invitation with it.
    /// </summary>
    public bool InvitationFirst { get; init; } = true;

    /// <summary>Who may join without an invitation. The default value is <see cref="SelfRegistration.Closed"/>.</summary>
    public SelfRegistration SelfRegistration { get; init; }

    /// <summary>The e-mail domains of those who may, for <see cref="SelfRegistration.Domains"/>; <c>*.example.com</c> is what is below <c>example.com</c>. Empty by default.</summary>
    /// <remarks>What <see cref="TenantSettings.Domains"/> denies, or does not allow, may not register either.</remarks>
    public IReadOnlyList<string> Domains { get; init; } = [];

    /// <summary>Member or guest. The default value is <see cref="GrantKind.Member"/>.</summary>
    public GrantKind Kind { get; init; }

    /// <summary>The ids of the roles that they get. Empty by default.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>The ids of the groups that they get. Empty by default.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>The ids of the products that they get. Empty by default.</summary>
    public IReadOnlyList<string> Products { get; init; } = [];

    /// <summary>How long the membership lasts, or null, the default, where it does not end by itself.</summary>
    public TimeSpan? MembershipLasts { get; init; }
}
