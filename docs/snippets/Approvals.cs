using Invitations;

namespace Snippets;

public sealed class Approvals(IInvitationApprovals approvals, TenantId tenant, Inviter admin)
{
    public static TenantSettings Settings()
    {
        #region approval-settings
        var settings = TenantSettings.Default with
        {
            Authority = new() { MembersInvite = true },
            Approval = new() { Members = true, Lifetime = TimeSpan.FromDays(7) },
        };
        #endregion
        return settings;
    }

    public static TenantSettings SettingsForJoining()
    {
        #region join-settings
        var settings = TenantSettings.Default with
        {
            JoinRequests = new() { Allowed = true, Domains = ["example.com"], Roles = ["member"] },
        };
        #endregion
        return settings;
    }

    public async Task AnswerAsync()
    {
        #region approve
        var page = await approvals.ListAsync(tenant, admin);
        var (wanted, unwanted) = (page.Items[0], page.Items[1]);

        var approved = await approvals.ApproveAsync(tenant, wanted.Id, admin);
        var refused = await approvals.RefuseAsync(tenant, unwanted.Id, admin, reason: "We hire through the agency.");
        Console.WriteLine($"{approved.Invitation!.Status}, {refused.Invitation!.Status}");   // Pending, Revoked
        #endregion
    }

    public static async Task AskAsync(IJoinRequests joinRequests, TenantId tenant, JoinForm form, string remoteAddress)
    {
        #region request-to-join
        var request = new JoinRequest { Email = form.Email, Profile = new() { FirstName = form.FirstName }, Message = form.Message };
        var result = await joinRequests.RequestAsync(tenant, request, Acceptor.SigningUp(), caller: remoteAddress);
        if (result.Succeeded)
            Console.WriteLine("Thank you. You will hear from us.");   // Thank you. You will hear from us.
        #endregion
    }
}

public sealed record JoinForm(string Email, string FirstName, string Message);
