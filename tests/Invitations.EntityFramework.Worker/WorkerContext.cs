using Microsoft.EntityFrameworkCore;

namespace Invitations.EntityFramework.Worker;

/// <summary>The context of the host. Nothing but the library keeps a person from joining twice.</summary>
public sealed class WorkerContext(DbContextOptions<WorkerContext> options) : DbContext(options)
{
    public DbSet<Membership> Memberships => Set<Membership>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.UseInvitations();
}
