using Invitations;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds spreadsheets to Invitations.</summary>
public static class ExcelBuilderExtensions
{
    /// <summary>Adds templates, imports, error workbooks and exports of spreadsheets. Safe to call several times.</summary>
    /// <param name="builder">The builder.</param>
    public static InvitationsBuilder AddExcel(this InvitationsBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddScoped<TenantColumns>();
        return builder;
    }
}
