using Invitations;
using Invitations.Stores.EntityFramework;

namespace Microsoft.EntityFrameworkCore;

/// <summary>Maps the tables of Invitations into the host's own context.</summary>
public static class InvitationsModelBuilderExtensions
{
    /// <summary>
    /// Maps the tables of Invitations, next to the host's own. Call it in <c>OnModelCreating</c>; the host's migrations then make the tables. A
    /// second call changes the names and types and adds nothing.
    /// </summary>
    /// <param name="modelBuilder">The model of the host's context.</param>
    /// <param name="configure">Sets schema, prefix and types, or null for the defaults.</param>
    /// <returns>The same builder.</returns>
    /// <example><code>protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.UseInvitations();</code></example>
    public static ModelBuilder UseInvitations(this ModelBuilder modelBuilder, Action<InvitationsModelOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        var options = new InvitationsModelOptions();
        configure?.Invoke(options);
        foreach (var table in InvitationTables.All)
            table.Map(modelBuilder, options);
        return modelBuilder;
    }
}
