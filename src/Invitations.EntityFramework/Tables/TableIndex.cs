namespace Invitations.Stores.EntityFramework;

/// <summary>An index of a table.</summary>
/// <param name="Name">What its name ends in.</param>
/// <param name="Columns">The names of its columns.</param>
/// <param name="IsUnique">Whether it keeps values unique.</param>
/// <param name="Filter">
/// Which rows it has, or null for all. Names in it are written plainly, since every database understands that.
/// </param>
internal sealed record TableIndex(string Name, string[] Columns, bool IsUnique = false, string? Filter = null);
