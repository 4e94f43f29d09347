namespace Invitations;

/// <summary>What an invited person brings: the token of a link, or an access code.</summary>
public sealed class InvitationSecret
{
    private InvitationSecret(string? token, string? code, TenantId? tenant, string? caller)
    {
        Token = token;
        Code = code;
        Tenant = tenant;
        Caller = caller;
    }

    internal string? Token { get; }

    internal string? Code { get; }

    internal TenantId? Tenant { get; }

    internal string? Caller { get; }

    internal string Kind => Token is null ? "code" : "token";

    /// <summary>The token of a link.</summary>
    /// <param name="token">The token as it came; anything but a genuine one is refused as <c>token.invalid</c>.</param>
    /// <param name="tenant">The tenant that is asked, where the page belongs to one: a token of another tenant is answered like an unknown one. Null where the page serves all.</param>
    public static InvitationSecret FromToken(string? token, TenantId? tenant = null) =>
        new(token ?? "", null, Checked(tenant), null);

    /// <summary>An access code within a tenant.</summary>
    /// <param name="tenant">The tenant that is asked.</param>
    /// <param name="code">The code as it was typed: case, spaces and hyphens do not matter.</param>
    /// <param name="caller">Who types, for the budget of wrong codes: the address of the connection, or the id of a session or device.</param>
    public static InvitationSecret FromCode(TenantId tenant, string? code, string caller)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(caller);
        return new(null, code ?? "", Checked(tenant), caller);
    }

    /// <summary>An access code, where the host cannot know the tenant. Needs codes of 13 symbols or more (see <see cref="InvitationOptions.AccessCodeLength"/>).</summary>
    /// <param name="code">The code as it was typed.</param>
    /// <param name="caller">Who types, for the budget of wrong codes.</param>
    public static InvitationSecret FromCode(string? code, string caller)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(caller);
        return new(null, code ?? "", null, caller);
    }

    /// <summary>A token, from its text.</summary>
    /// <param name="token">The token as it came.</param>
    public static implicit operator InvitationSecret(string? token) => FromToken(token);

    /// <summary>Whether it is a token or a code; never the secret.</summary>
    public override string ToString() => Kind;

    /// <summary>A tenant that was never set is a mistake of the host, not an unknown tenant.</summary>
    private static TenantId? Checked(TenantId? tenant)
    {
        _ = tenant?.Value;
        return tenant;
    }
}
