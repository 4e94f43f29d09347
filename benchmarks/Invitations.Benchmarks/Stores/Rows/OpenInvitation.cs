using System.Globalization;
using Invitations.Benchmarks.Stores.Databases;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Benchmarks.Stores.Rows;

/// <summary>An invitation that somebody is about to accept.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Token">Its token.</param>
/// <param name="Email">The invited address.</param>
/// <param name="UserId">Who accepts it.</param>
internal sealed record OpenInvitation(Guid Id, string Token, string Email, string UserId)
{
    private static int s_serial;

    /// <summary>The tokens of invitations that are stored already.</summary>
    public static IReadOnlyList<OpenInvitation> Of(BenchmarkDatabase database, SampleSet samples)
    {
        var tokens = database.Host.Get<TokenCodec>();
        return [.. samples.Invitations.Select((it, i) => new OpenInvitation(it.Id, tokens.Write(TokenKind.Invitation, it.Id, it.SecretVersion), it.Recipient.Email!, $"user-{i}"))];
    }

    /// <summary>Invites people who were not invited before.</summary>
    public static async Task<IReadOnlyList<OpenInvitation>> InviteAsync(BenchmarkDatabase database, int count)
    {
        await using var scope = database.Host.OpenScope();
        var tokens = database.Host.Get<TokenCodec>();
        var people = Enumerable.Range(0, count).Select(_ => new Invite(NewEmail())).ToList();
        var result = await scope.ServiceProvider.GetRequiredService<IInvitationService>().InviteManyAsync(StoreHost.Tenant, people, StoreHost.Admin);
        return [.. result.Rows.Select(row => new OpenInvitation(
            row.InvitationId!.Value, tokens.Write(TokenKind.Invitation, row.InvitationId.Value, 1), row.Recipient!.Email!, $"user-{row.InvitationId}"))];
    }

    /// <summary>An address that was not used before in this process.</summary>
    public static string NewEmail() => string.Create(CultureInfo.InvariantCulture, $"somebody{Interlocked.Increment(ref s_serial)}@example.org");
}
