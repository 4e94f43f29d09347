using Invitations.Tests.Accepting.Fixture;
using Invitations.Tests.Links;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Tests.Administering;

/// <summary>One cell of the matrix: somebody, what is granted, and a site to try it on.</summary>
internal sealed class AuthorityCase : IAsyncDisposable
{
    /// <summary>What can be granted, from the least to the most.</summary>
    public static readonly IReadOnlyDictionary<string, Invite> Grants = new Dictionary<string, Invite>(StringComparer.Ordinal)
    {
        ["viewer in design"] = new("ana@example.com") { Groups = ["design"], Roles = ["viewer"] },
        ["editor in design"] = new("ana@example.com") { Groups = ["design"], Roles = ["editor"] },
        ["owner in design"] = new("ana@example.com") { Groups = ["design"], Roles = ["owner"] },
        ["viewer in design and finance"] = new("ana@example.com") { Groups = ["design", "finance"], Roles = ["viewer"] },
        ["viewer of the whole tenant"] = new("ana@example.com") { Groups = [], Roles = ["viewer"] },
    };

    /// <summary>Somebody who may ask for anything, and nothing without a yes.</summary>
    private static readonly Inviter Requester = Inviter.Member("u-req", ["design", "finance"], ["owner"]);

    private readonly HostDirectory _directory = new() { Accounts = { new() { UserId = "u-ana", Email = "ana@example.com" } } };

    public AuthorityCase(Inviter who, string grant, bool hasAuthorities = false, bool hasAccounts = false)
    {
        Who = who;
        Grant = Grants[grant];
        Site = new(services: services =>
        {
            services.AddSingleton<IDirectGrantHandler, Hosting.RecordingDirectGrants>();
            if (hasAuthorities)
                services.AddSingleton<IInviterAuthorityProvider>(_directory);
            if (hasAccounts)
                services.AddSingleton<IAccountDirectory>(_directory);
        });
        Site.Tenants[Site.Acme] = Site.Settings with { Authority = new() { MembersInvite = true } };
    }

    public Site Site { get; }

    public Inviter Who { get; }

    public Invite Grant { get; }

    public static Invite Least => Grants["viewer in design"];

    /// <summary>An invitation that is there already. Where sight would decide, it was the actor who made it, when that was still possible.</summary>
    public async Task<Guid> MadeAsync(Invite invite)
    {
        var seenBecauseOwn = Who.Authority?.Level is InviterLevel.Member or InviterLevel.GroupAdmin;
        var id = await Site.InviteAsync(invite, seenBecauseOwn ? Inviter.OrganizationAdmin(Who.UserId) : Site.Admin);
        Site.Clock.Advance(TimeSpan.FromHours(1));
        return id;
    }

    /// <summary>A request of somebody else's that awaits approval.</summary>
    public async Task<Guid> RequestedAsync()
    {
        Site.Tenants[Site.Acme] = Site.Tenants[Site.Acme] with { Approval = new() { Members = true } };
        return (await Site.TryInviteAsync(Grant, Requester)).InvitationId!.Value;
    }

    /// <summary>An invitation that the actor made as an administrator, and has to answer for today.</summary>
    public async Task<Guid> MadeBeforeAsync()
    {
        _directory.Authorities[Who.UserId] = new() { Level = InviterLevel.OrganizationAdmin };
        var id = await Site.InviteAsync(Grant, Who);
        _directory.Authorities[Who.UserId] = Who.Authority ?? InviterAuthority.None;
        return id;
    }

    /// <summary>The token of a link that the actor made as an administrator, and has to answer for today.</summary>
    public async Task<string> LinkMadeBeforeAsync()
    {
        _directory.Authorities[Who.UserId] = _directory.Authorities[Site.Admin.UserId] = new() { Level = InviterLevel.OrganizationAdmin };
        var link = await Site.CreateLinkAsync(new() { Name = "L", Groups = Grant.Groups!, Roles = Grant.Roles! }, Who);
        var token = await Site.LinkTokenAsync(link.Id);
        _directory.Authorities[Who.UserId] = Who.Authority ?? InviterAuthority.None;
        return token;
    }

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}
