using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Snippets;
using Snippets.GettingStarted;

namespace Invitations.Docs.Tests.Running;

/// <summary>Getting started in an ASP.NET Core host, over HTTP.</summary>
public sealed class WebHostTests
{
    [Fact]
    public async Task Somebody_is_invited_looks_signs_up_and_nobody_else_can()
    {
        await using var app = Build($"--Invitations:Key={InvitationKey.Generate()}");
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        var invited = await SendAsync(client, HttpMethod.Post, "/invitations", "user-tina admin", new { Email = "ana@example.com", FirstName = "Ana", Roles = new[] { "member" } });
        Assert.Equal(HttpStatusCode.Created, invited.Status);
        var path = "/join/" + await TokenOfAsync(app, invited.Body.GetProperty("invitationId").GetGuid());

        var preview = await SendAsync(client, HttpMethod.Get, path);
        Assert.Equal("a***@e***.com", preview.Body.GetProperty("maskedAddress").GetString());
        Assert.Equal("no-store", preview.CacheControl);

        var accepted = await SendAsync(client, HttpMethod.Post, path);
        Assert.Equal("user-1", accepted.Body.GetProperty("userId").GetString());

        var stranger = await SendAsync(client, HttpMethod.Post, path, "user-mallory");
        Assert.Equal(HttpStatusCode.Conflict, stranger.Status);
        Assert.Equal("invitation.unavailable", stranger.Body.GetProperty("code").GetString());
    }

    [Fact]
    public async Task What_is_wrong_is_said_and_who_is_not_signed_in_invites_nobody()
    {
        await using var app = Build($"--Invitations:Key={InvitationKey.Generate()}");
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        var refused = await SendAsync(client, HttpMethod.Post, "/invitations", "user-tina admin", new { Email = "ana" });
        var anonymous = await client.PostAsJsonAsync("/invitations", new { Email = "ana@example.com" }, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.UnprocessableContent, refused.Status);
        Assert.Equal("email.invalid", refused.Body[0].GetProperty("code").GetString());
        Assert.Equal(HttpStatusCode.Unauthorized, anonymous.StatusCode);
    }

    [Fact]
    public async Task A_host_without_a_key_does_not_start()
    {
        await using var app = Build();

        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => app.StartAsync(TestContext.Current.CancellationToken));

        Assert.Contains("INV002", failure.Message, StringComparison.Ordinal);
    }

    private static WebApplication Build(params string[] settings)
    {
        var builder = WebApplication.CreateBuilder(["--urls=http://127.0.0.1:0", "--Invitations:BaseUrl=https://app.example.com/join", .. settings]);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<Members>();
        builder.Services.AddAuthentication("Header").AddScheme<AuthenticationSchemeOptions, HeaderAuthentication>("Header", null);
        builder.Services.AddAuthorization();
        WebHost.Wire(builder);

        var app = builder.Build();
        app.UseAuthentication();
        app.UseAuthorization();
        WebHost.Map(app);
        return app;
    }

    private static async Task<string> TokenOfAsync(WebApplication app, Guid invitationId)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var administration = scope.ServiceProvider.GetRequiredService<IInvitationAdministration>();
        var shown = await administration.ShowSecretAsync("acme", invitationId, Inviter.OrganizationAdmin("user-tina"), TestContext.Current.CancellationToken);
        return shown.Secrets!.Token;
    }

    private static async Task<(HttpStatusCode Status, JsonElement Body, string? CacheControl)> SendAsync(
        HttpClient client, HttpMethod method, string path, string? user = null, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        if (user is not null)
            request.Headers.Add(HeaderAuthentication.Header, user);
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var json = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        return (response.StatusCode, json, response.Headers.CacheControl?.ToString());
    }
}
