using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Invitations.EntityFramework.Tests.Identity;

/// <summary>The context of a host with ASP.NET Core Identity.</summary>
public sealed class IdentityHostContext(DbContextOptions<IdentityHostContext> options) : IdentityDbContext<IdentityUser>(options)
{
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.UseInvitations();
    }
}
