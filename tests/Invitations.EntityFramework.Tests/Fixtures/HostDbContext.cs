using Microsoft.EntityFrameworkCore;

namespace Invitations.EntityFramework.Tests.Fixtures;

/// <summary>The context of a host, with a table of its own next to those of Invitations.</summary>
public sealed class HostDbContext(DbContextOptions<HostDbContext> options) : DbContext(options)
{
    public DbSet<Membership> Memberships => Set<Membership>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.UseInvitations();
}
