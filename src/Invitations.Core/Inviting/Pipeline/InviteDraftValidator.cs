using FluentValidation;

namespace Invitations;

/// <summary>The shape of a draft, as far as it does not depend on anything that has to be looked up.</summary>
internal sealed class InviteDraftValidator : AbstractValidator<InviteDraft>
{
    public const string SettingsKey = "settings";
    public const string NowKey = "now";

    private const int MaxMetadata = 10_000;

    public InviteDraftValidator()
    {
        RuleFor(draft => draft.Grant.Kind)
            .Must(kind => kind is GrantKind.Member or GrantKind.Guest)
            .WithState(_ => Refusals.Of(
                InvitationErrorCodes.ValueNotChoice, FieldNames.Kind, "field", FieldNames.Kind, "choices", Enum.GetNames<GrantKind>()));

        RuleFor(draft => draft.Grant.MembershipEndsAt)
            .Must((_, endsAt, context) => endsAt > (DateTimeOffset)context.RootContextData[NowKey])
            .WithState(_ => Refusals.Of(InvitationErrorCodes.MembershipEndInvalid, FieldNames.MembershipEndsAt))
            .When(draft => draft.Grant.MembershipEndsAt is not null);

        RuleFor(draft => draft.RedirectPath)
            .Must((_, path, context) => RedirectTarget.IsAllowed(path!, Settings(context)))
            .WithState(_ => Refusals.Of(InvitationErrorCodes.RedirectNotLocal, FieldNames.RedirectPath))
            .When(draft => draft.RedirectPath is not null);

        RuleFor(draft => draft.Metadata)
            .Must(metadata => metadata.Sum(entry => (long)entry.Key.Length + entry.Value.Length) <= MaxMetadata)
            .WithState(_ => Refusals.Of(InvitationErrorCodes.TextTooLong, FieldNames.Metadata, "field", FieldNames.Metadata, "limit", MaxMetadata))
            .When(draft => draft.Metadata.Count > 0);

        RuleFor(draft => draft.Metadata)
            .Must(metadata => metadata.All(entry => ForeignText.IsStorable(entry.Key) && ForeignText.IsStorable(entry.Value)))
            .WithState(_ => Refusals.Value(InvitationErrorCodes.TextNotAllowed, FieldNames.Metadata))
            .When(draft => draft.Metadata.Count > 0);

        RuleFor(draft => draft.Profile.Fields)
            .Custom((fields, context) => FieldRules.Check(Settings(context).Fields, fields, isWhole: !context.InstanceToValidate.IsAnyone, context))
            .When((draft, context) => draft.Profile.Fields.Count > 0 || Settings(context).Fields.Count > 0);
    }

    private static TenantSettings Settings<T>(ValidationContext<T> context) => (TenantSettings)context.RootContextData[SettingsKey];
}
