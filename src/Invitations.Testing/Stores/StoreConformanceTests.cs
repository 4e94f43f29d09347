namespace Invitations.Testing;

/// <summary>What the suites for stores have in common.</summary>
/// <param name="fixture">The store under test.</param>
public abstract class StoreConformanceTests(StoreFixture fixture)
{
    /// <summary>The store under test.</summary>
    protected StoreFixture Fixture { get; } = fixture;

    /// <summary>Ends a test that is aborted.</summary>
    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Opens a session.</summary>
    protected async Task<StoreSession> OpenAsync() => await Fixture.OpenSessionAsync(Cancellation);

    /// <summary>Adds invitations in a session of their own and asserts that all went in.</summary>
    /// <param name="invitations">The invitations, of one tenant.</param>
    protected async Task AddAsync(params IReadOnlyList<Invitation> invitations)
    {
        await using var session = await OpenAsync();
        Assert.Empty(await session.Invitations.AddAsync(invitations, Cancellation));
    }

    /// <summary>Reads an invitation in a session of its own.</summary>
    /// <param name="invitation">Whose stored state.</param>
    protected async Task<Invitation?> ReadAsync(Invitation invitation)
    {
        await using var session = await OpenAsync();
        return (await session.Invitations.FindAsync(invitation.Tenant, [invitation.Id], Cancellation)).SingleOrDefault();
    }
}
