namespace Invitations;

/// <summary>What kind of membership a grant gives.</summary>
public enum GrantKind
{
    /// <summary>A full member of the tenant.</summary>
    Member,

    /// <summary>Somebody from outside, who sees only the groups of the grant.</summary>
    Guest,
}
