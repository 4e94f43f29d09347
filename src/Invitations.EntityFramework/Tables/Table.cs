using Microsoft.EntityFrameworkCore;

namespace Invitations.Stores.EntityFramework;

/// <summary>A table that is mapped into the host's model.</summary>
internal abstract class Table(string name)
{
    /// <summary>The name without prefix and schema.</summary>
    public string Name { get; } = name;

    /// <summary>The name of the entity in the host's model. Property bags need no class, and cannot clash with one of the host.</summary>
    public string Entity => $"Invitations.{Name}";

    /// <summary>The names of the columns of the primary key.</summary>
    public abstract string[] Key { get; }

    /// <summary>The column with the tenant of a row, or null where rows belong to none.</summary>
    public abstract string? TenantColumn { get; }

    public abstract void Map(ModelBuilder model, InvitationsModelOptions options);
}
