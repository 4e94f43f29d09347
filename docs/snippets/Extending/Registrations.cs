using CustomChannel;
using Invitations;
using Microsoft.Extensions.DependencyInjection;

namespace Snippets.Extending;

public static class Registrations
{
    public static void Policies(IServiceCollection services)
    {
        #region register-policies
        services.AddInvitations(o => o.BaseUrl = new Uri("https://app.example.com/join"))
            .AddPolicy<NoCompetitors>()
            .AddPolicy<SeatLimit>()
            .ReplacePolicy<IExpiryPolicy, ShortForContractors>();
        #endregion
    }

    public static void Channel(IServiceCollection services)
    {
        #region register-channel
        services.AddHttpClient();
        services.AddInvitations(o => o.BaseUrl = new Uri("https://app.example.com/join"))
            .AddChannel<ChatChannel>();
        #endregion
    }

    public static async Task InviteByChatAsync(IInvitationService invitations, TenantId tenant, Inviter inviter)
    {
        #region invite-by-chat
        await invitations.InviteAsync(tenant, new Invite("ana@example.com"), inviter, new() { Channels = ["chat"] });
        #endregion
    }

    public static void Acceptance(IServiceCollection services)
    {
        #region register-acceptance
        services.AddInvitations(o => o.BaseUrl = new Uri("https://app.example.com/join"))
            .AddAcceptanceHandler<AddMember>()
            .UseAccounts<MemberAccounts>();
        #endregion
    }
}
