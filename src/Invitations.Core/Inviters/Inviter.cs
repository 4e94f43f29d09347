namespace Invitations;

/// <summary>Who invites, reinvites, edits, revokes or looks: taken from the host's signed-in principal, never from a request body.</summary>
/// <remarks>
/// Either the host says here what the person may do (<see cref="OrganizationAdmin"/>, <see cref="GroupAdmin"/>, …), or it registers an
/// <see cref="IInviterAuthorityProvider"/>, which is then asked each time and overrules what is said here.
/// </remarks>
public sealed class Inviter
{
    /// <summary>Creates an inviter whose authority is looked up (see <see cref="IInviterAuthorityProvider"/>).</summary>
    /// <param name="userId">The host's id of the user.</param>
    /// <param name="name">The name to show to the invited person, or null.</param>
    /// <param name="authority">What the person may do, or null to have it looked up. Nothing known means that everything is refused.</param>
    public Inviter(string userId, string? name = null, InviterAuthority? authority = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(userId);
        UserId = userId;
        Name = name;
        Authority = authority;
    }

    private Inviter(string userId, bool isSystem)
        : this(userId) => IsSystem = isSystem;

    /// <summary>The host's id of the user, or the name of the system.</summary>
    public string UserId { get; }

    /// <summary>The name to show to the invited person, or null. A name that carries a link, or has more than 200 characters, is not shown to anybody.</summary>
    public string? Name { get; }

    /// <summary>What the host said the person may do, or null.</summary>
    public InviterAuthority? Authority { get; }

    /// <summary>Whether this is a trusted part of the host (a job, a directory synchronisation) and no person: it may grant whatever exists.</summary>
    public bool IsSystem { get; }

    /// <summary>An administrator of the whole tenant: may invite anybody into any group, with any role.</summary>
    /// <param name="userId">The host's id of the user.</param>
    /// <param name="name">The name to show to the invited person, or null.</param>
    public static Inviter OrganizationAdmin(string userId, string? name = null) =>
        new(userId, name, new() { Level = InviterLevel.OrganizationAdmin });

    /// <summary>An administrator of some groups: may invite anybody, but only into these.</summary>
    /// <param name="userId">The host's id of the user.</param>
    /// <param name="groups">The ids of the groups.</param>
    /// <param name="roles">The ids of the roles that the person has; none may be granted that ranks higher.</param>
    /// <param name="name">The name to show to the invited person, or null.</param>
    public static Inviter GroupAdmin(string userId, IReadOnlyCollection<string> groups, IReadOnlyCollection<string>? roles = null, string? name = null) =>
        new(userId, name, new() { Level = InviterLevel.GroupAdmin, Groups = groups, Roles = roles ?? [] });

    /// <summary>A plain member: may invite where the tenant allows it, into the groups that the member belongs to.</summary>
    /// <param name="userId">The host's id of the user.</param>
    /// <param name="groups">The ids of the groups that the member belongs to.</param>
    /// <param name="roles">The ids of the roles that the person has; none may be granted that ranks higher.</param>
    /// <param name="name">The name to show to the invited person, or null.</param>
    public static Inviter Member(string userId, IReadOnlyCollection<string>? groups = null, IReadOnlyCollection<string>? roles = null, string? name = null) =>
        new(userId, name, new() { Level = InviterLevel.Member, Groups = groups ?? [], Roles = roles ?? [] });

    /// <summary>A trusted part of the host, such as a directory synchronisation. Groups, roles and products must still exist.</summary>
    /// <param name="name">The name that the audit trail shows.</param>
    public static Inviter System(string name) => new(name, isSystem: true);

    /// <summary>The id of the user.</summary>
    public override string ToString() => UserId;
}
