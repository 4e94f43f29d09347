using Invitations;

namespace Snippets;

public sealed class Codes(IInvitationCodes codes, IInvitationService invitations, TenantId tenant, Inviter tina)
{
    public async Task<IReadOnlyList<InvitationCode>> IssueAsync(Func<InvitationCode, Task> print)
    {
        var issued = new List<InvitationCode>();
        #region codes-issue
        await foreach (var code in codes.IssueAsync(tenant, 200, tina, new InviteOptions { Groups = ["design"] }))
        {
            if (code.Succeeded)
                await print(code);                   // code.Secrets.Code, code.Secrets.Link
            else
                Console.WriteLine(code.Errors[0]);
        }
        #endregion
        await foreach (var code in codes.ShowAsync(tenant, tina))
            issued.Add(code);
        return issued;
    }

    public async Task<BulkInviteResult> InviteAsync()
    {
        #region without-email
        var result = await invitations.InviteManyAsync(tenant,
        [
            new() { Identifier = "P-1042", FirstName = "Ana" },                                              // a personnel number
            new() { IdentifierKind = IdentifierKinds.Birthday, Identifier = "24.12.1990", FirstName = "Ben" },
            new() { IdentifierKind = IdentifierKinds.PhoneNumber, Identifier = "+44 7911 123457", Kind = GrantKind.Guest },
        ], tina, new InviteOptions { Groups = ["design"] });
        #endregion
        return result;
    }

    public async Task<int> WriteAsync(Guid? batchId, Stream stream)
    {
        #region codes-file
        await using var file = new StreamWriter(stream, leaveOpen: true);
        var count = await InvitationCodeFile.WriteCsvAsync(codes.ShowAsync(tenant, tina, new() { BatchId = batchId }), file);
        #endregion
        return count;
    }

    public static async Task<AcceptResult> EnterAsync(IInvitationAcceptance acceptance, TenantId tenant, string typed, string connection, Acceptor acceptor)
    {
        #region code-entry
        var secret = InvitationSecret.FromCode(tenant, typed, caller: connection);
        var accepted = await acceptance.AcceptAsync(secret, acceptor);
        #endregion
        return accepted;
    }
}
