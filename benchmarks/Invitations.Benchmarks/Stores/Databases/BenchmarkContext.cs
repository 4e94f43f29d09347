using Microsoft.EntityFrameworkCore;

namespace Invitations.Benchmarks.Stores.Databases;

/// <summary>The context of a host as small as can be: our tables and one of its own.</summary>
internal sealed class BenchmarkContext(DbContextOptions<BenchmarkContext> options) : DbContext(options)
{
    public DbSet<Membership> Memberships => Set<Membership>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Membership>(entity =>
        {
            entity.ToTable("memberships");
            entity.HasKey(row => new { row.Tenant, row.UserId });
        });
        modelBuilder.UseInvitations();
    }
}
