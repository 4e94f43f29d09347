using Microsoft.EntityFrameworkCore;

namespace Snippets.Stores;

#region ef-context
public sealed class AppDbContext(DbContextOptions<AppDbContext> options) : DbContext(options)
{
    public DbSet<TeamMember> Members => Set<TeamMember>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.UseInvitations();
}
#endregion
