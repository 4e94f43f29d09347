using System.Diagnostics.CodeAnalysis;
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
        builder.Services.TryAddSingleton<ISpreadsheetEngine, XlsxEngine>();
        builder.Services.TryAddSingleton<SpreadsheetOpener>();
        builder.Services.TryAddScoped<SheetLayoutReader>();
        builder.Services.TryAddScoped<IInvitationImports, InvitationImports>();
        builder.Services.TryAddScoped<ISpreadsheetTemplates, SpreadsheetTemplates>();
        builder.Services.TryAddScoped<IErrorWorkbooks, ErrorWorkbooks>();
        builder.Services.TryAddScoped<IInvitationExports, InvitationExports>();
        return builder;
    }

    /// <summary>Reads workbooks with another library. Default: a reader of the library's own, which bounds time and memory whatever the file.</summary>
    /// <typeparam name="T">The engine; one instance serves all.</typeparam>
    /// <param name="builder">The builder.</param>
    public static InvitationsBuilder UseSpreadsheetEngine<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>(this InvitationsBuilder builder)
        where T : class, ISpreadsheetEngine
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddExcel().Services.Replace(ServiceDescriptor.Singleton<ISpreadsheetEngine, T>());
        return builder;
    }
}
