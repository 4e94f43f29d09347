using System.Collections.Concurrent;
using Invitations;

namespace Snippets;

/// <summary>Stands for the tables of users and memberships that a host has.</summary>
public sealed class Members
{
    private readonly ConcurrentDictionary<string, Member> _byEmail = new(StringComparer.Ordinal);

    public IReadOnlyCollection<Member> All => [.. _byEmail.Values];

    public Member? Find(string email) => _byEmail.GetValueOrDefault(email);

    public int Count(TenantId tenant, GrantKind kind) => All.Count(member => member.Tenant == tenant && member.Grant.Kind == kind);

    public Member Add(string? userId, string email, TenantId tenant, Grant grant) =>
        _byEmail[email] = new(userId ?? "user-" + (_byEmail.Count + 1), email, tenant, grant);
}

public sealed record Member(string UserId, string Email, TenantId Tenant, Grant Grant);
