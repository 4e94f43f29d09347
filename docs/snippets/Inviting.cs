using Invitations;

namespace Snippets;

public sealed class Inviting(IInvitationService invitations, TenantId tenant, Inviter inviter)
{
    public async Task<InviteResult> OneAsync()
    {
        #region invite-one
        var invite = new Invite("ana@example.com")
        {
            FirstName = "Ana",
            Language = "nl-BE",
            Roles = ["member"],
            Groups = ["Design team"],              // ids or names
            PersonalMessage = "We start on Monday!",
            RedirectPath = "/welcome",
            Metadata = new Dictionary<string, string> { ["source"] = "team page" },
        };
        var result = await invitations.InviteAsync(tenant, invite, inviter);
        #endregion
        return result;
    }

    public async Task<BulkInviteResult> ListAsync()
    {
        #region invite-list
        var options = new InviteOptions { Roles = ["member"], Groups = ["Design team"], Lifetime = TimeSpan.FromDays(3) };
        Invite[] people =
        [
            new("ana@example.com"),                                       // as the options say
            new("ben@example.com") { Roles = ["editor"] },                // another role
            new("carla@example.com") { Groups = ["Sales team"] },         // another group
            new("dirk@example.com") { Admin = true },                     // member and admin
            new() { Phone = "+44 7911 123456" },                          // by text message
            new() { Identifier = "P-1042", FirstName = "Nora" },          // no address: gets an access code
        ];
        var result = await invitations.InviteManyAsync(tenant, people, inviter, options);

        Console.WriteLine($"{result.Count(InviteOutcome.Invited)} of {result.Rows.Count} invited");   // 6 of 6 invited
        #endregion
        return result;
    }

    public async Task<int> StreamAsync(IAsyncEnumerable<Invite> people)
    {
        var refused = 0;
        #region invite-stream
        await foreach (var row in invitations.InviteStreamAsync(tenant, people, inviter, new() { IdempotencyKey = "import-42" }))
        {
            if (!row.Succeeded)
                refused++;
        }
        #endregion
        return refused;
    }

    public async Task<bool> DryRunAsync(IReadOnlyCollection<Invite> people)
    {
        #region dry-run
        var check = await invitations.InviteManyAsync(tenant, people, inviter, new() { DryRun = true });
        if (check.Succeeded)
            await invitations.InviteManyAsync(tenant, people, inviter);
        #endregion
        return check.Succeeded;
    }

    public async Task<BulkInviteResult> AllOrNothingAsync(IReadOnlyCollection<Invite> people)
    {
        #region all-or-nothing
        var result = await invitations.InviteManyAsync(tenant, people, inviter, new() { Mode = BatchMode.AllOrNothing });
        if (result.Errors.Count > 0)
            Console.WriteLine(result.Errors[0].Code);   // batch.refused
        #endregion
        return result;
    }

    public async Task<BulkInviteResult> GrantDirectlyAsync(IReadOnlyCollection<Invite> people)
    {
        #region grant-directly
        var options = new InviteOptions
        {
            WhenAccountExists = WhenAccountExists.GrantDirectly,
            WhenAlreadyInvited = WhenAlreadyInvited.MergeGrant,
        };
        var result = await invitations.InviteManyAsync(tenant, people, inviter, options);
        #endregion
        return result;
    }
}

#region direct-grant-handler
public sealed class GrantToMember(Members members) : IDirectGrantHandler
{
    public ValueTask GrantAsync(DirectGrantContext context, CancellationToken cancellationToken)
    {
        members.Add(context.Account.UserId, context.Account.Email!, context.Tenant, context.Grant);
        return ValueTask.CompletedTask;
    }
}
#endregion
