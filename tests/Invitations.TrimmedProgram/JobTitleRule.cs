using FluentValidation;

namespace Invitations.TrimmedProgram;

/// <summary>A validator of the host's own, with the texts that FluentValidation brings.</summary>
internal sealed class JobTitleRule : AbstractValidator<InviteDraft>
{
    public JobTitleRule() => RuleFor(draft => draft.Profile.JobTitle).MaximumLength(10).WithName("Position");
}
