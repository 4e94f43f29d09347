using Invitations.Notifications.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Invitations.Notifications.Tests.FileDrop;

public sealed class FileDropTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("invitations-drop-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Each_message_is_one_file_that_is_named_after_its_delivery_and_logged_as_a_warning()
    {
        await using var host = new ChannelHost(builder => builder.AddFileDrop(drop => drop.Folder = Path.Combine(_folder.FullName, "mails")));

        var invited = await host.InviteAsync(new Invite("ana@example.com") { Phone = "+44 7911 123456" });
        await host.RunOnceAsync();

        var deliveries = await host.DeliveriesOfAsync(invited);
        Assert.All(deliveries, delivery => Assert.Equal(DeliveryStatus.Sent, delivery.Status));
        var names = _folder.EnumerateFiles("*", SearchOption.AllDirectories).Select(file => file.Name).Order();
        Assert.Equal(deliveries.Select(delivery => $"{delivery.Id}.{(delivery.Channel == DeliveryChannels.Email ? "eml" : "txt")}").Order(), names);
        Assert.Equal(2, host.Logs.Lines.Count(line => line.StartsWith("Warning FileDropUsed", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("Production", false, false)]
    [InlineData("Production", true, true)]
    [InlineData("Development", false, true)]
    public async Task A_host_in_production_does_not_start_with_it(string environment, bool isAllowed, bool starts)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = environment, DisableDefaults = true });
        builder.Services.AddInvitations(o => o.BaseUrl = new("https://app.example.com/join")).UseEphemeralKeys()
            .AddFileDrop(drop => (drop.Folder, drop.AllowInProduction) = (_folder.FullName, isAllowed));
        using var host = builder.Build();

        var start = () => host.StartAsync(TestContext.Current.CancellationToken);

        if (starts)
            await start();
        else
            Assert.Contains("INV036: AddFileDrop", (await Assert.ThrowsAsync<OptionsValidationException>(start)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_manual_delivery_is_settled_and_the_link_is_shown_to_an_administrator()
    {
        await using var host = new ChannelHost(builder => builder.AddManual());

        var delivery = await host.SendAsync(new Invite("ana@example.com"), DeliveryChannels.Manual);
        var shown = await host.CallAsync<IInvitationAdministration, ShowSecretResult>(it => it.ShowSecretAsync(
            ChannelHost.Tenant, delivery.InvitationId, ChannelHost.Admin, TestContext.Current.CancellationToken));

        Assert.Equal((DeliveryStatus.Sent, DeliveryChannels.Manual), (delivery.Status, delivery.Channel));
        Assert.True(shown.Succeeded);
    }
}
