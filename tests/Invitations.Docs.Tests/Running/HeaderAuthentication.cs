using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Invitations.Docs.Tests.Running;

/// <summary>Stands for the sign-in of a host: the header has the id of the user and its roles.</summary>
internal sealed class HeaderAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Header = "X-User";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers[Header].ToString().Split(' ') is not [{ Length: > 0 } userId, .. var roles])
            return Task.FromResult(AuthenticateResult.NoResult());

        Claim[] claims =
        [
            new(ClaimTypes.NameIdentifier, userId),
            new("tenant", "acme"),
            new("verified_email", userId + "@example.com"),
            .. roles.Select(role => new Claim(ClaimTypes.Role, role)),
        ];
        var principal = new ClaimsPrincipal(new ClaimsIdentity(claims, Scheme.Name));
        return Task.FromResult(AuthenticateResult.Success(new(principal, Scheme.Name)));
    }
}
