using Invitations;

namespace Snippets;

public sealed class PastedLists(IInvitationService invitations)
{
    public static void Parse()
    {
        #region pasted-list
        var list = PastedList.Parse("E-mail\nAna <ana@example.com>; \"Doe, Jane\" <jane@example.com>\n+32 470 12 34 56\nbob");

        Console.WriteLine(list.Header);              // E-mail
        Console.WriteLine(list.Entries[1].Name);     // Doe, Jane
        Console.WriteLine(list.Entries[1].Email);    // jane@example.com
        Console.WriteLine(list.Entries[2].Phone);    // +32 470 12 34 56
        Console.WriteLine(list.Entries[3].Email);    // bob
        Console.WriteLine(list.Entries[3].Line);     // 4
        #endregion
    }

    public async Task InviteAsync(TenantId tenant, Inviter inviter, string pasted)
    {
        #region pasted-list-invite
        var list = PastedList.Parse(pasted);
        var result = await invitations.InviteManyAsync(tenant, list.ToInvites(), inviter);
        foreach (var row in result.Rows.Where(row => !row.Succeeded))
            Console.WriteLine($"{list.Entries[row.Row - 1].Text}: {row.Errors[0].Message}");
        #endregion
    }
}
