namespace Invitations;

/// <summary>What is about to be done, by whom, and to which rows.</summary>
public sealed class PolicyContext
{
    internal PolicyContext()
    {
    }

    /// <summary>What is about to be done.</summary>
    public required InvitationOperation Operation { get; init; }

    /// <summary>The tenant.</summary>
    public required TenantId Tenant { get; init; }

    /// <summary>The settings of the tenant.</summary>
    public required TenantSettings Settings { get; init; }

    /// <summary>Who does it; at acceptance and joining, who had invited.</summary>
    public required Inviter Inviter { get; init; }

    /// <summary>What that person may do as of now; null at acceptance where nobody can say it (see <see cref="IInviterAuthorityProvider"/>).</summary>
    public required InviterAuthority? Authority { get; init; }

    /// <summary>All roles of the tenant by id.</summary>
    public required IReadOnlyDictionary<string, Role> Roles { get; init; }

    /// <summary>The ids of the products that the tenant has enabled.</summary>
    public required IReadOnlySet<string> Products { get; init; }

    /// <summary>The groups that the rows name and the tenant has, by id.</summary>
    public required IReadOnlyDictionary<string, Group> Groups { get; init; }

    /// <summary>How to invite; the defaults where nobody is invited now.</summary>
    public required InviteOptions Options { get; init; }

    /// <summary>The present instant.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The rows; one, unless a list is invited or many invitations are changed at once.</summary>
    public required IReadOnlyList<PolicyRow> Rows { get; init; }

    /// <summary>Allows every row: for an operation that the policy has nothing to say about.</summary>
    public void AllowAll()
    {
        foreach (var row in Rows)
            row.Allow();
    }
}
