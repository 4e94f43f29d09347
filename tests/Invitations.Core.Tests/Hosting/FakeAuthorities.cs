namespace Invitations.Tests.Hosting;

/// <summary>What the users of a host may do, as the host would look it up. Who is not listed is not known.</summary>
internal sealed class FakeAuthorities : IInviterAuthorityProvider
{
    public Dictionary<string, InviterAuthority> ByUser { get; } = [];

    public int Calls { get; private set; }

    public ValueTask<InviterAuthority?> GetAuthorityAsync(InviterAuthorityContext context, CancellationToken cancellationToken)
    {
        Calls++;
        return new(ByUser.GetValueOrDefault(context.UserId));
    }
}
