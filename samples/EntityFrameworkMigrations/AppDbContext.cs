using Microsoft.EntityFrameworkCore;

namespace EntityFrameworkMigrations;

/// <summary>The host's own context: its members, and the tables of Invitations next to them.</summary>
public sealed class AppDbContext(DbContextOptions<AppDbContext> options) : DbContext(options)
{
    public DbSet<Member> Members => Set<Member>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Member>().HasIndex(member => new { member.Tenant, member.UserId }).IsUnique();
        modelBuilder.UseInvitations();
    }
}
