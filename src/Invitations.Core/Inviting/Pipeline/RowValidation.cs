using FluentValidation;
using FluentValidation.Results;

namespace Invitations;

/// <summary>Runs the validators, the library's own and the host's, over the rows of a chunk.</summary>
internal sealed class RowValidation(IEnumerable<IValidator<InviteDraft>> hostValidators)
{
    private static readonly InviteDraftValidator BuiltIn = new();
    private readonly IValidator<InviteDraft>[] _hostValidators = [.. hostValidators];

    public async Task ValidateAsync(
        IReadOnlyList<InviteRow> rows, TenantSettings settings, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var row in rows)
        {
            Refuse(row.Policy, BuiltIn.Validate(ContextOf(row.Policy.Draft, settings, now)));
            foreach (var validator in _hostValidators)
            {
                var result = await validator
                    .ValidateAsync(ContextOf(row.Policy.Draft, settings, now), cancellationToken)
                    .ConfigureAwait(false);
                Refuse(row.Policy, result);
            }
        }
    }

    private static ValidationContext<InviteDraft> ContextOf(InviteDraft draft, TenantSettings settings, DateTimeOffset now)
    {
        var context = new ValidationContext<InviteDraft>(draft);
        context.RootContextData[InviteDraftValidator.SettingsKey] = settings;
        context.RootContextData[InviteDraftValidator.NowKey] = now;
        return context;
    }

    private static void Refuse(PolicyRow row, ValidationResult result)
    {
        foreach (var failure in result.Errors)
        {
            if (failure.Severity is not Severity.Error)
                continue;
            var error = failure.CustomState as InvitationError ?? Foreign(failure);

            // What could not be read is there all the same: its own error says what is wrong with it.
            var isUnreadable = error.Code == InvitationErrorCodes.ValueMissing && row.Errors.Any(other => other.Field == error.Field);
            if (!isUnreadable)
                row.Refuse(error);
        }
    }

    // A host's validator brings a text of its own, in the language that FluentValidation was told.
    private static InvitationError Foreign(ValidationFailure failure) =>
        new(string.IsNullOrWhiteSpace(failure.ErrorCode) ? "value.invalid" : failure.ErrorCode, string.IsNullOrEmpty(failure.PropertyName) ? null : failure.PropertyName) { Text = failure.ErrorMessage };
}
