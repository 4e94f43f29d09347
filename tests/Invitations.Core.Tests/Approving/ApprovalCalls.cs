using Invitations.Tests.Accepting.Fixture;

namespace Invitations.Tests.Approving;

/// <summary>What a site is asked about approvals and requests to join.</summary>
internal static class ApprovalCalls
{
    public static Task<ApprovalResult> ApproveAsync(this Site site, Guid id, Inviter? approver = null, TenantId? tenant = null) =>
        site.AskAsync<IInvitationApprovals, ApprovalResult>((service, token) => service.ApproveAsync(tenant ?? Site.Acme, id, approver ?? Site.Admin, token));

    public static Task<IReadOnlyList<ApprovalResult>> ApproveManyAsync(this Site site, IReadOnlyCollection<Guid> ids, Inviter? approver = null) =>
        site.AskAsync<IInvitationApprovals, IReadOnlyList<ApprovalResult>>((service, token) => service.ApproveManyAsync(Site.Acme, ids, approver ?? Site.Admin, token));

    public static Task<ApprovalResult> RefuseAsync(this Site site, Guid id, Inviter? approver = null, string? reason = null, TenantId? tenant = null) =>
        site.AskAsync<IInvitationApprovals, ApprovalResult>((service, token) => service.RefuseAsync(tenant ?? Site.Acme, id, approver ?? Site.Admin, reason, token));

    public static Task<InvitationPage> ListAwaitingAsync(this Site site, Inviter? viewer = null) =>
        site.AskAsync<IInvitationApprovals, InvitationPage>((service, token) => service.ListAsync(Site.Acme, viewer ?? Site.Admin, null, token));

    public static Task<JoinRequestResult> RequestToJoinAsync(
        this Site site, JoinRequest request, Acceptor? requester = null, string caller = "198.51.100.7", TenantId? tenant = null) =>
        site.AskAsync<IJoinRequests, JoinRequestResult>((service, token) =>
            service.RequestAsync(tenant ?? Site.Acme, request, requester ?? Acceptor.SigningUp(), caller, token));

    /// <summary>Invites and expects to have to wait.</summary>
    public static async Task<Guid> RequestAsync(this Site site, Invite invite, Inviter inviter, InviteOptions? options = null)
    {
        var result = await site.TryInviteAsync(invite, inviter, options);
        Assert.Equal((InviteOutcome.AwaitingApproval, true), (result.Outcome, result.Succeeded));
        return result.InvitationId!.Value;
    }

    public static void AssertRefused(string code, ApprovalResult result)
    {
        Assert.Null(result.Invitation);
        Assert.Equal([code], result.Errors.Select(error => error.Code));
    }
}
