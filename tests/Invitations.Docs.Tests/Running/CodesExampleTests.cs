namespace Invitations.Docs.Tests.Running;

[Collection(ConsoleCollection.Name)]
public sealed class CodesExampleTests
{
    [Fact]
    public async Task Registration_codes_are_made_listed_and_used()
    {
        await using var host = new ExampleHost();
        var printed = new List<InvitationCode>();

        var listed = await ExampleOf(host).IssueAsync(code =>
        {
            printed.Add(code);
            return Task.CompletedTask;
        });
        var accepted = await Snippets.Codes.EnterAsync(host.Acceptance, host.Tenant, printed[7].Secrets!.Code!.ToLowerInvariant(), "198.51.100.7", Acceptor.User("user-ana"));

        Assert.Equal(200, printed.Count);
        Assert.Equal(printed.Select(code => code.Secrets!.Code), listed.Select(code => code.Secrets!.Code));
        Assert.Equal(["design"], accepted.Acceptance!.Grant.Groups);
    }

    [Fact]
    public async Task People_without_e_mail_are_invited_and_their_codes_written_to_a_file()
    {
        await using var host = new ExampleHost();
        var result = await ExampleOf(host).InviteAsync();
        using var stream = new MemoryStream();

        var count = await ExampleOf(host).WriteAsync(result.BatchId, stream);

        Assert.True(result.Succeeded);
        Assert.Equal(3, count);
        Assert.Contains(",phone_number,'+447911123457,", System.Text.Encoding.UTF8.GetString(stream.ToArray()), StringComparison.Ordinal);
    }

    private static Snippets.Codes ExampleOf(ExampleHost host) => new(host.Get<IInvitationCodes>(), host.Invitations, host.Tenant, host.Admin);
}
