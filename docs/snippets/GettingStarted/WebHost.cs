using System.Security.Claims;
using Invitations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Snippets.Extending;

namespace Snippets.GettingStarted;

public static class WebHost
{
    public static void Wire(WebApplicationBuilder builder)
    {
        #region web-wiring
        builder.Services.AddInvitations(o =>
            {
                o.BaseUrl = new Uri(builder.Configuration["Invitations:BaseUrl"]!);
                o.Keys.Add(builder.Configuration["Invitations:Key"]!);
                o.Defaults = new TenantSettings { Roles = ["member", "admin"], PhoneRegion = "GB" };
            })
            .UseAccounts<MemberAccounts>()
            .AddAcceptanceHandler<AddMember>();
        #endregion
    }

    public static void Map(WebApplication app)
    {
        #region web-invite
        app.MapPost("/invitations", async (NewInvitation form, ClaimsPrincipal user, IInvitationService invitations) =>
        {
            var result = await invitations.InviteAsync(user.Tenant(), form.ToInvite(), user.AsInviter());
            return result.Succeeded
                ? Results.Json(new { result.InvitationId, result.ExpiresAt }, statusCode: 201)
                : Results.Json(result.Errors.Select(error => new { error.Code, error.Field, error.Message }), statusCode: 422);
        }).RequireAuthorization();
        #endregion

        #region web-accept
        var join = app.MapGroup("/join").AddEndpointFilter(async (context, next) =>
        {
            context.HttpContext.Response.Headers.CacheControl = "no-store";       // the address has a secret in it
            context.HttpContext.Response.Headers["Referrer-Policy"] = "no-referrer";
            return await next(context);
        });

        join.MapGet("/{token}", async (string token, IInvitationAcceptance acceptance) =>
        {
            var result = await acceptance.PreviewAsync(token);   // consumes nothing: mail scanners open links
            return result.Preview is { } preview
                ? Results.Json(new { preview.InviterName, preview.MaskedAddress, preview.PersonalMessage, preview.ExpiresAt })
                : Results.Json(new { result.PublicError!.Code, result.PublicError.Message }, statusCode: 404);
        });

        join.MapPost("/{token}", async (string token, ClaimsPrincipal user, IInvitationAcceptance acceptance) =>
        {
            var result = await acceptance.AcceptAsync(token, user.AsAcceptor());
            return result.Acceptance is { } accepted
                ? Results.Json(new { accepted.UserId, Tenant = accepted.Tenant.Value, accepted.RedirectPath })
                : Results.Json(new { result.PublicError!.Code, result.PublicError.Message }, statusCode: 409);
        });
        #endregion
    }
}

#region web-form
public sealed record NewInvitation(string? Email, string? FirstName, string[]? Roles)
{
    public Invite ToInvite() => new() { Email = Email, FirstName = FirstName, Roles = Roles };
}
#endregion

#region web-principal
public static class PrincipalExtensions
{
    public static TenantId Tenant(this ClaimsPrincipal user) => user.FindFirstValue("tenant")!;

    public static Inviter AsInviter(this ClaimsPrincipal user) => user.IsInRole("admin")
        ? Inviter.OrganizationAdmin(user.FindFirstValue(ClaimTypes.NameIdentifier)!, user.Identity?.Name)
        : Inviter.Member(user.FindFirstValue(ClaimTypes.NameIdentifier)!, roles: ["member"], name: user.Identity?.Name);

    public static Acceptor AsAcceptor(this ClaimsPrincipal user) => user.Identity is { IsAuthenticated: true }
        ? Acceptor.User(user.FindFirstValue(ClaimTypes.NameIdentifier)!, [.. user.FindAll("verified_email").Select(claim => claim.Value)])
        : Acceptor.SigningUp();
}
#endregion
