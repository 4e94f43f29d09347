namespace Invitations.Stores.EntityFramework;

/// <summary>Chooses the dialect by the name of the EF Core provider.</summary>
/// <param name="Forced">The one to use whatever the provider; null chooses.</param>
internal sealed record DialectChoice(Dialect? Forced = null)
{
    public Dialect For(string? providerName) => Forced ?? providerName switch
    {
        "Microsoft.EntityFrameworkCore.Sqlite" => Dialect.Sqlite,
        "Npgsql.EntityFrameworkCore.PostgreSQL" => Dialect.PostgreSql,
        _ => Dialect.Portable,
    };
}
