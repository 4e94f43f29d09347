using Invitations.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Tests.Seats;

/// <summary>A host whose plan a test sets, with everything that can be done to an invitation, each in a scope of its own.</summary>
internal sealed class SeatHost : IDisposable
{
    public SeatHost(int? members = null, int? guests = null, FakeAccounts? accounts = null, RecordingDirectGrants? directGrants = null)
    {
        Plan.Limits = new() { Members = members, Guests = guests };
        Host = new(
            new TenantSettings { BatchSize = 10_000, Guests = new() { GroupRequired = false }, Reinvite = new() { Cooldown = TimeSpan.Zero } },
            wire: builder => builder.Services.AddScoped<ISeatPlan>(_ => Plan),
            accounts: accounts,
            directGrants: directGrants);
    }

    public TestHost Host { get; }

    public FakePlan Plan { get; } = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async Task<Guid> InviteAsync(string email, GrantKind kind = GrantKind.Member) =>
        (await Host.InviteAsync(new Invite(email) { Kind = kind })).AssertSucceeded().InvitationId!.Value;

    public Task<SeatUsage> UsageAsync() => Host.RunAsync<ISeatLedger, SeatUsage>(ledger => ledger.GetUsageAsync(TestHost.Acme, Token));

    /// <summary>Used and reserved seats of members.</summary>
    public async Task<(int Used, int Reserved)> MembersAsync()
    {
        var members = (await UsageAsync()).Members;
        return (members.Used, members.Reserved);
    }

    /// <summary>Used and reserved seats of guests.</summary>
    public async Task<(int Used, int Reserved)> GuestsAsync()
    {
        var guests = (await UsageAsync()).Guests;
        return (guests.Used, guests.Reserved);
    }

    public async Task<AcceptResult> AcceptAsync(Guid id) =>
        await TryAcceptAsync(id) ?? throw new InvalidOperationException("There was no secret to show.");

    public async Task<DeclineResult> DeclineAsync(Guid id) =>
        await TryDeclineAsync(id) ?? throw new InvalidOperationException("There was no secret to show.");

    /// <summary>Null where the invitation is not open, so that nobody has a link to it.</summary>
    public async Task<AcceptResult?> TryAcceptAsync(Guid id)
    {
        await using var scope = Host.Scope();
        var token = await TokenAsync(scope.ServiceProvider, id);
        var invitation = await scope.ServiceProvider.GetRequiredService<IInvitationQueries>().FindAsync(TestHost.Acme, id, TestHost.Admin, Token);
        return token is null ? null : await scope.ServiceProvider.GetRequiredService<IInvitationAcceptance>()
            .AcceptAsync(token, Acceptor.User($"user-{id}", [invitation!.Recipient.Email!]), cancellationToken: Token);
    }

    /// <summary>Null where the invitation is not open, so that nobody has a link to it.</summary>
    public async Task<DeclineResult?> TryDeclineAsync(Guid id)
    {
        await using var scope = Host.Scope();
        var token = await TokenAsync(scope.ServiceProvider, id);
        return token is null ? null : await scope.ServiceProvider.GetRequiredService<IInvitationAcceptance>().DeclineAsync(token, Token);
    }

    public Task<AdministrationResult> RevokeAsync(Guid id) =>
        Host.RunAsync<IInvitationAdministration, AdministrationResult>(service => service.RevokeAsync(TestHost.Acme, id, TestHost.Admin, Token));

    public Task<AdministrationResult> ReinviteAsync(Guid id) =>
        Host.RunAsync<IInvitationAdministration, AdministrationResult>(service => service.ReinviteAsync(TestHost.Acme, id, TestHost.Admin, Token));

    public Task<AdministrationResult> EditAsync(Guid id, InvitationEdit edit) =>
        Host.RunAsync<IInvitationAdministration, AdministrationResult>(service => service.EditAsync(TestHost.Acme, id, edit, TestHost.Admin, Token));

    public void Dispose() => Host.Dispose();

    private static async Task<string?> TokenAsync(IServiceProvider services, Guid id) =>
        (await services.GetRequiredService<IInvitationAdministration>().ShowSecretAsync(TestHost.Acme, id, TestHost.Admin, Token)).Secrets?.Token;
}
