using Invitations;
using Microsoft.Extensions.Localization;

namespace Snippets;

public sealed class Errors(IInvitationService invitations, Form form)
{
    public async Task ShowAsync(TenantId tenant, Inviter inviter)
    {
        #region show-errors
        var result = await invitations.InviteAsync(tenant, new("ana@example"), inviter);
        foreach (var error in result.Errors)
            form.AddError(error.Field, error.Message);   // email: This e-mail address is not valid. Type exactly one address ...
        #endregion
    }

    public static void Refuse(PolicyRow row, IStringLocalizer localizer)
    {
        #region own-error
        row.Refuse(new InvitationError("seats.exhausted") { Text = localizer["All seats of this plan are taken."] });
        #endregion
    }
}

/// <summary>Stands for a form that shows errors next to its fields.</summary>
public sealed class Form
{
    public List<(string? Field, string Message)> Errors { get; } = [];

    public void AddError(string? field, string message) => Errors.Add((field, message));
}
