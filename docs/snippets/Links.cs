using Invitations;

namespace Snippets;

public sealed class Links(IInvitationLinks links, IInvitationJoining joining, IInvitationQueries queries, TenantId tenant, Inviter tina)
{
    public async Task<InvitationLink> MakeAsync()
    {
        #region link-create
        var made = await links.CreateAsync(tenant, new InvitationLinkDraft
        {
            Name = "Night shift, London",
            Groups = ["design"],
            UseLimit = 100,                       // no cap where it is not set; zero or less is refused
            Lifetime = TimeSpan.FromDays(14),
            Domains = ["example.com"],
        }, tina);
        foreach (var error in made.Errors)
            Console.WriteLine(error);
        #endregion
        return made.Link!;
    }

    public async Task<string> ShowAsync(InvitationLink link)
    {
        #region link-show
        var shown = await links.ShowAsync(tenant, link.Id, tina);
        Console.WriteLine(shown.Secrets!.Link);   // https://app.example.com/join/link/AQJ5mq0W...
        #endregion
        return shown.Secrets.Token;
    }

    public async Task<AcceptResult> JoinAsync(string token, string userId, string[] verifiedEmails)
    {
        #region link-join
        var preview = await joining.PreviewAsync(token);   // for the page; consumes nothing
        if (preview.PublicError is { } closed)
            Console.WriteLine(closed.Message);

        // On the visitor's click. The addresses come from the signed-in principal, never from the request.
        var joined = await joining.JoinAsync(token, Acceptor.User(userId, verifiedEmails));
        #endregion
        return joined;
    }

    public async Task<AcceptResult> SignUpAsync(string token, string formId, string verifiedEmail)
    {
        #region link-sign-up
        var joined = await joining.JoinAsync(token, Acceptor.SigningUp(formId, [verifiedEmail]), new() { FirstName = "Ana" });
        #endregion
        return joined;
    }

    public async Task<IReadOnlyList<Invitation>> WhoAsync(InvitationLink link)
    {
        #region link-who
        var page = await queries.ListAsync(tenant, tina, new() { Filter = new() { LinkId = link.Id } });
        foreach (var invitation in page.Items)
            Console.WriteLine($"{invitation.AcceptedBy} on {invitation.EndedAt:yyyy-MM-dd}");
        #endregion
        return page.Items;
    }

    public async Task<LinkResult> RenewAsync(InvitationLink link)
    {
        #region link-switch
        await links.DeactivateAsync(tenant, link.Id, tina);             // from this moment nobody joins by it
        var on = await links.ActivateAsync(tenant, link.Id, tina);      // a new token; the former one stays dead
        #endregion
        return on;
    }
}
