namespace Invitations;

/// <summary>One row that policies answer for.</summary>
public sealed class PolicyRow
{
    private List<InvitationError>? _errors;
    private List<InvitationError>? _warnings;

    internal PolicyRow(int row, InviteDraft draft)
    {
        Row = row;
        Draft = draft;
    }

    /// <summary>The position of the row, counted from 1.</summary>
    public int Row { get; }

    /// <summary>What is asked for.</summary>
    public InviteDraft Draft { get; internal set; }

    /// <summary>The invitation that is reinvited, edited, extended, approved, revoked, deleted or accepted, or the open one that is in the way. Null where there is none.</summary>
    public Invitation? Existing { get; internal set; }

    /// <summary>The link for many people that is made, changed, shown or joined by, as it would be. Null where there is none.</summary>
    public InvitationLink? Link { get; internal set; }

    /// <summary>The account that the address belongs to, or null.</summary>
    public Account? Account { get; internal set; }

    /// <summary>The account, another one, that has the employee id, or null.</summary>
    public Account? EmployeeIdAccount { get; internal set; }

    /// <summary>The open invitation, another one, that has the employee id, or null.</summary>
    public Invitation? EmployeeIdInvitation { get; internal set; }

    /// <summary>Whether the addresses of the row belong to several accounts: to which one it refers cannot be told.</summary>
    public bool HasSeveralAccounts { get; internal set; }

    /// <summary>The position of an earlier row of the same list about the same person, or null. Such a row is never invited, whatever the policies say.</summary>
    public int? DuplicateOf { get; internal set; }

    /// <summary>What the row has in common with <see cref="DuplicateOf"/>, or null where there is no such row.</summary>
    public UniqueKeyKind? DuplicateBy { get; internal set; }

    /// <summary>The groups of the draft that the tenant does not have, as written.</summary>
    public IReadOnlyList<string> UnknownGroups { get; internal set; } = [];

    /// <summary>What will be done if nothing refuses. A policy before may have changed it from <see cref="InviteOutcome.Invited"/>.</summary>
    public InviteOutcome Outcome { get; private set; } = InviteOutcome.Invited;

    /// <summary>All refusals so far.</summary>
    public IReadOnlyList<InvitationError> Errors => _errors ?? (IReadOnlyList<InvitationError>)[];

    /// <summary>What somebody should look at, and is no reason to refuse.</summary>
    public IReadOnlyList<InvitationError> Warnings => _warnings ?? (IReadOnlyList<InvitationError>)[];

    /// <summary>Whether nothing has refused so far.</summary>
    public bool IsAllowed => _errors is null;

    /// <summary>Whether the addresses of the row belong to several open invitations: which one to reinvite or merge into cannot be told.</summary>
    public bool IsAmbiguous { get; internal set; }

    /// <summary>Whether a policy has said that somebody else must approve first.</summary>
    public bool NeedsApproval { get; private set; }

    internal bool IsAnswered { get; private set; }

    internal bool HasLifetime { get; private set; }

    internal TimeSpan? Lifetime { get; private set; }

    /// <summary>Nothing against it.</summary>
    public void Allow() => IsAnswered = true;

    /// <summary>
    /// Allows the row once somebody has approved it: it becomes <see cref="InvitationStatus.AwaitingApproval"/>, and what takes effect at once, such as a
    /// direct grant, is refused as <c>approval.required</c>. Meant for the <see cref="IApprovalPolicy"/>; what one policy demands no other takes back.
    /// </summary>
    public void RequireApproval()
    {
        NeedsApproval = true;
        IsAnswered = true;
    }

    /// <summary>Refuses the row. Several refusals add up.</summary>
    /// <param name="error">The reason.</param>
    public void Refuse(InvitationError error)
    {
        ArgumentNullException.ThrowIfNull(error);
        (_errors ??= []).Add(error);
        IsAnswered = true;
    }

    /// <summary>Tells whoever invites of something that is no reason to refuse. It is no answer: the policy still allows or refuses.</summary>
    /// <param name="warning">What.</param>
    public void Warn(InvitationError warning)
    {
        ArgumentNullException.ThrowIfNull(warning);
        (_warnings ??= []).Add(warning);
    }

    /// <summary>Lets something else be done than to invite. Meant for the <see cref="IUniquenessPolicy"/>.</summary>
    /// <param name="outcome">Reinvited, Merged or GrantedDirectly; or Invited, to take back what an earlier policy said.</param>
    /// <exception cref="ArgumentOutOfRangeException">The outcome is none of these.</exception>
    /// <exception cref="InvalidOperationException">There is no <see cref="Existing"/> one to reinvite or merge into, or no <see cref="Account"/> to grant to.</exception>
    public void AllowAs(InviteOutcome outcome)
    {
        if (outcome is not (InviteOutcome.Invited or InviteOutcome.Reinvited or InviteOutcome.Merged or InviteOutcome.GrantedDirectly))
            throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "A policy allows to invite, reinvite, merge or grant directly; it refuses with Refuse.");
        if (outcome is InviteOutcome.Reinvited or InviteOutcome.Merged && Existing is null)
            throw new InvalidOperationException($"Row {Row} cannot be {outcome}: no open invitation has its address.");
        if (outcome is InviteOutcome.GrantedDirectly && Account is null)
            throw new InvalidOperationException($"Row {Row} cannot be {outcome}: no account has its address.");
        Outcome = outcome;
        IsAnswered = true;
    }

    /// <summary>Says how long the invitation stays open. Meant for the <see cref="IExpiryPolicy"/>; the last one to say so counts.</summary>
    /// <param name="lifetime">Longer than zero and at most <see cref="ExpirySettings.Longest"/>, or null where it does not expire.</param>
    /// <exception cref="ArgumentOutOfRangeException">The lifetime is zero, negative or longer than that.</exception>
    public void AllowFor(TimeSpan? lifetime)
    {
        if (lifetime <= TimeSpan.Zero || lifetime > ExpirySettings.Longest)
        {
            throw new ArgumentOutOfRangeException(
                nameof(lifetime), lifetime, $"A lifetime is longer than zero and at most {ExpirySettings.Longest.TotalDays} days; null means that it does not end.");
        }

        HasLifetime = true;
        Lifetime = lifetime;
        IsAnswered = true;
    }

    /// <summary>Every policy starts without an answer of its own.</summary>
    internal void AwaitAnswer() => IsAnswered = false;
}
