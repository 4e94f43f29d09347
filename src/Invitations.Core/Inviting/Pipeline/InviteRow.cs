namespace Invitations;

/// <summary>One row on its way through the pipeline.</summary>
internal sealed class InviteRow(PolicyRow policy)
{
    public PolicyRow Policy { get; } = policy;

    /// <summary>What no other row may have: the keys of the row, and of the person whom it turns out to be about.</summary>
    public IReadOnlyList<UniqueKey> Keys { get; set; } = [.. UniqueKey.Of(policy.Draft.Recipient, policy.Draft.Profile)];

    /// <summary>Whether the inviter may know the open invitation that is in the way. Where not, it is neither named nor touched.</summary>
    public bool SeesExisting { get; set; }

    /// <summary>What rules over the profile would add, in a dry run.</summary>
    public IReadOnlyList<string> DynamicGroups { get; set; } = [];

    /// <summary>Whether the inviter has to answer for the open invitation from now on, because the former one could not make it any more.</summary>
    public bool IsTakenOver { get; set; }

    /// <summary>What the pipeline decided, once it has.</summary>
    public InviteOutcome Outcome => Policy switch
    {
        { IsAllowed: false } => InviteOutcome.Refused,
        { Outcome: InviteOutcome.Invited, NeedsApproval: true } => InviteOutcome.AwaitingApproval,
        _ => Policy.Outcome,
    };

    /// <summary>Whether an invitation is made of the row, sent now or later.</summary>
    public bool IsNew => Outcome is InviteOutcome.Invited or InviteOutcome.AwaitingApproval;

    /// <summary>The recipient, or null where there is none: none could be read, or nobody in particular is meant.</summary>
    public Recipient? Recipient => Policy.Draft.Recipient.IsAnyone ? null : Policy.Draft.Recipient;

    /// <summary>The open invitation as it is once the grant of the row is merged into it.</summary>
    public Invitation Merged() => Policy.Existing! with
    {
        Grant = GrantReader.Merge(Policy.Existing.Grant, Policy.Draft.Grant),
        Version = Policy.Existing.Version + 1,
    };

    public InviteResult Refused() => new(Policy.Row, InviteOutcome.Refused)
    {
        Errors = Policy.Errors,
        Recipient = Recipient,
        InvitationId = SeesExisting && Policy.Errors.Any(error => error.Code == InvitationErrorCodes.InvitationAlreadyPending) ? Policy.Existing?.Id : null,
    };
}
