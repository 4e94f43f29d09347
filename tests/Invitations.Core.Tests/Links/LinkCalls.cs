using Invitations.Stores;
using Invitations.Tests.Accepting.Fixture;

namespace Invitations.Tests.Links;

/// <summary>What is done with links, each in a scope of its own, as a request does.</summary>
internal static class LinkCalls
{
    public static Task<LinkResult> TryCreateLinkAsync(this Site site, InvitationLinkDraft draft, Inviter? actor = null, TenantId? tenant = null) =>
        site.AskAsync<IInvitationLinks, LinkResult>((links, token) => links.CreateAsync(tenant ?? Site.Acme, draft, actor ?? Site.Admin, token));

    /// <summary>Makes a link and expects it to work.</summary>
    public static async Task<InvitationLink> CreateLinkAsync(
        this Site site, InvitationLinkDraft? draft = null, Inviter? actor = null, TenantId? tenant = null)
    {
        var result = await site.TryCreateLinkAsync(draft ?? new() { Name = "Night shift" }, actor, tenant);
        Assert.Empty(result.Errors);
        return result.Link!;
    }

    public static Task<LinkResult> EditLinkAsync(this Site site, Guid id, InvitationLinkEdit edit, Inviter? actor = null, TenantId? tenant = null) =>
        site.AskAsync<IInvitationLinks, LinkResult>((links, token) => links.EditAsync(tenant ?? Site.Acme, id, edit, actor ?? Site.Admin, token));

    public static Task<LinkResult> ActivateLinkAsync(this Site site, Guid id, Inviter? actor = null, TenantId? tenant = null) =>
        site.AskAsync<IInvitationLinks, LinkResult>((links, token) => links.ActivateAsync(tenant ?? Site.Acme, id, actor ?? Site.Admin, token));

    public static Task<LinkResult> DeactivateLinkAsync(this Site site, Guid id, Inviter? actor = null, TenantId? tenant = null) =>
        site.AskAsync<IInvitationLinks, LinkResult>((links, token) => links.DeactivateAsync(tenant ?? Site.Acme, id, actor ?? Site.Admin, token));

    public static Task<ShowSecretResult> ShowLinkAsync(this Site site, Guid id, Inviter? actor = null, TenantId? tenant = null) =>
        site.AskAsync<IInvitationLinks, ShowSecretResult>((links, token) => links.ShowAsync(tenant ?? Site.Acme, id, actor ?? Site.Admin, token));

    public static Task<InvitationLink?> FindLinkAsync(this Site site, Guid id, Inviter? viewer = null, TenantId? tenant = null) =>
        site.AskAsync<IInvitationLinks, InvitationLink?>((links, token) => links.FindAsync(tenant ?? Site.Acme, id, viewer ?? Site.Admin, token));

    public static Task<LinkPage> ListLinksAsync(this Site site, LinkListRequest? request = null, Inviter? viewer = null, TenantId? tenant = null) =>
        site.AskAsync<IInvitationLinks, LinkPage>((links, token) => links.ListAsync(tenant ?? Site.Acme, viewer ?? Site.Admin, request, token));

    public static Task<IReadOnlyList<AuditEntry>?> LinkHistoryAsync(this Site site, Guid id, Inviter? viewer = null, TenantId? tenant = null) =>
        site.AskAsync<IInvitationLinks, IReadOnlyList<AuditEntry>?>((links, token) => links.GetHistoryAsync(tenant ?? Site.Acme, id, viewer ?? Site.Admin, token));

    public static async Task<string> LinkTokenAsync(this Site site, Guid id, TenantId? tenant = null)
    {
        var shown = await site.ShowLinkAsync(id, tenant: tenant);
        Assert.Empty(shown.Errors);
        return shown.Secrets!.Token;
    }

    public static Task<LinkPreviewResult> PreviewLinkAsync(this Site site, string? token, TenantId? tenant = null) =>
        site.AskAsync<IInvitationJoining, LinkPreviewResult>((joining, cancel) => joining.PreviewAsync(token, tenant, cancel));

    public static Task<AcceptResult> JoinAsync(this Site site, string? token, Acceptor acceptor, Profile? profile = null, TenantId? tenant = null) =>
        site.AskAsync<IInvitationJoining, AcceptResult>((joining, cancel) => joining.JoinAsync(token, acceptor, profile, tenant, cancel));

    public static Task<IReadOnlyList<LinkUse>> UsesAsync(this Site site, InvitationLink link) =>
        site.AskAsync<IInvitationLinkStore, IReadOnlyList<LinkUse>>((store, token) => store.ListUsesAsync(link.Tenant, link.Id, null, 1_000, token));

    /// <summary>How many have joined by it; the count, its rows, and the invitations that were made say the same.</summary>
    public static async Task<int> CountedAsync(this Site site, InvitationLink link)
    {
        var stored = await site.FindLinkAsync(link.Id, tenant: link.Tenant);
        var rows = await site.UsesAsync(link);
        var listed = await site.ListAsync(new() { Filter = new() { LinkId = link.Id }, PageSize = 500 }, tenant: link.Tenant);
        Assert.Equal(stored!.UseCount, rows.Count);
        Assert.Equal(rows.Select(row => (row.InvitationId, row.UserId)).Order(), listed.Items.Select(item => (item.Id, item.AcceptedBy)).Order());
        Assert.All(listed.Items, item => Assert.Equal(InvitationStatus.Accepted, item.Status));
        return rows.Count;
    }

    public static void Refused(string code, LinkResult result)
    {
        Assert.Null(result.Link);
        Assert.False(result.Succeeded);
        Assert.Equal([code], result.Errors.Select(error => error.Code));
    }
}
