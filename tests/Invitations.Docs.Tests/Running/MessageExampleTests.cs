using Microsoft.Extensions.DependencyInjection;
using Snippets;
using Snippets.Extending;

namespace Invitations.Docs.Tests.Running;

[Collection(ConsoleCollection.Name)]
public sealed class MessageExampleTests
{
    [Fact]
    public async Task A_preview_names_what_an_administrator_got_wrong()
    {
        await using var host = new ExampleHost(services => WritingMessages.Register(services));

        var lines = await Printed.LinesAsync(() => WritingMessages.PreviewAsync(host.Get<IMessagePreviews>(), host.Tenant));

        Assert.Equal(Printed.Promised("message-preview"), lines);
    }

    [Fact]
    public async Task Segments_are_counted()
    {
        var lines = await Printed.LinesAsync(() =>
        {
            WritingMessages.Count();
            return Task.CompletedTask;
        });

        Assert.Equal(Printed.Promised("sms-segments"), lines);
    }

    [Fact]
    public async Task A_tenant_has_a_name_a_colour_and_a_language_of_its_own()
    {
        await using var host = new ExampleHost(services =>
        {
            services.AddSingleton<Workspaces>();
            WritingMessages.RegisterBranding(services);
        });

        var acme = await host.Get<IMessagePreviews>().PreviewAsync(new() { Tenant = "acme" }, TestContext.Current.CancellationToken);
        var other = await host.Get<IMessagePreviews>().PreviewAsync(new() { Tenant = "globex" }, TestContext.Current.CancellationToken);

        Assert.Equal("Tina Meyer nodigt je uit voor Acme", acme.Message.Subject);
        Assert.Contains("#0f766e", acme.Message.Html, StringComparison.Ordinal);
        Assert.Equal("Tina Meyer invites you to globex", other.Message.Subject);
    }

    [Fact]
    public async Task Templates_come_from_a_table_and_a_saved_one_counts_at_once()
    {
        await using var host = new ExampleHost(services =>
        {
            services.AddSingleton<TemplateTable>();
            TemplateWiring.Register(services);
        });
        var cancellationToken = TestContext.Current.CancellationToken;
        var row = new TemplateRow(host.Tenant, DeliveryChannels.Email, MessagePurpose.Accepted, "en", "{{person}} is in", "Good news about {{person}}.");

        Assert.Equal("Ana Lopez accepted your invitation to acme", (await WriteAsync(host, cancellationToken)).Subject);
        await TemplateWiring.SaveAsync(host.Get<TemplateTable>(), host.Get<IMessageCache>(), row, cancellationToken);
        Assert.Equal("Ana Lopez is in", (await WriteAsync(host, cancellationToken)).Subject);
    }

    private static async Task<Message> WriteAsync(ExampleHost host, CancellationToken cancellationToken)
    {
        var invited = await host.InviteAsync(new($"{Guid.NewGuid():N}@example.com") { FirstName = "Ana", LastName = "Lopez" });
        var invitation = await host.Queries.FindAsync(host.Tenant, invited.InvitationId!.Value, host.Admin, cancellationToken);
        var context = new MessageContext { Tenant = host.Tenant, Channel = DeliveryChannels.Email, Purpose = MessagePurpose.Accepted, Invitation = invitation! };
        return await host.Get<IMessageRenderer>().RenderAsync(context, cancellationToken);
    }
}
