using Invitations;

namespace Snippets;

public sealed class Administration(IInvitationAdministration administration, IInvitationQueries queries, TenantId tenant, Inviter actor)
{
    public async Task<AdministrationResult> ReinviteAsync(Guid invitationId)
    {
        #region reinvite
        var result = await administration.ReinviteAsync(tenant, invitationId, actor);
        foreach (var error in result.Errors)
            Console.WriteLine(error);   // reinvite.too_soon
        #endregion
        return result;
    }

    public async Task<AdministrationResult> EditAsync(Invitation invitation)
    {
        #region edit
        var edit = new InvitationEdit { Email = "ana.lopez@example.com", ExpectedVersion = invitation.Version };
        var result = await administration.EditAsync(tenant, invitation.Id, edit, actor);
        #endregion
        return result;
    }

    public async Task<AdministrationResult> RevokeAsync(Guid invitationId)
    {
        #region revoke
        var result = await administration.RevokeAsync(tenant, invitationId, actor);
        #endregion
        return result;
    }

    public async Task<RevealedSecrets?> ShowAsync(Guid invitationId)
    {
        #region show-secret
        var shown = await administration.ShowSecretAsync(tenant, invitationId, actor);
        var (link, code) = (shown.Secrets?.Link, shown.Secrets?.Code);
        #endregion
        return link is null && code is null ? null : shown.Secrets;
    }

    public async Task<int> ListAsync()
    {
        var count = 0;
        #region list
        var request = new InvitationListRequest
        {
            Filter = new() { Statuses = [InvitationStatus.Pending], Search = "ana" },
            Sort = InvitationSort.ExpiringFirst,
            PageSize = 20,
        };
        do
        {
            var page = await queries.ListAsync(tenant, actor, request);
            count += page.Items.Count;
            request = request with { Cursor = page.NextCursor };
        }
        while (request.Cursor is not null);
        #endregion
        return count;
    }

    public async Task<InvitationHistory?> HistoryAsync(Guid invitationId)
    {
        #region history
        var history = await queries.GetHistoryAsync(tenant, invitationId, actor);
        foreach (var entry in history?.Entries ?? [])
            Console.WriteLine($"{entry.Action} by {entry.Actor}");   // Created by user-tina
        #endregion
        return history;
    }
}
