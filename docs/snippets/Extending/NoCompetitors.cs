using Invitations;

namespace Snippets.Extending;

#region row-policy
public sealed class NoCompetitors : RowPolicy
{
    protected override ValueTask<InvitationError?> JudgeAsync(PolicyContext context, PolicyRow row, CancellationToken cancellationToken)
    {
        var isAsked = context.Operation is InvitationOperation.Create or InvitationOperation.Edit;
        var isCompetitor = row.Draft.Recipient.Email?.EndsWith("@rival.example", StringComparison.Ordinal) is true;
        return ValueTask.FromResult(isAsked && isCompetitor
            ? new InvitationError("email.competitor", "email") { Text = "People of Rival Inc. cannot be invited." }
            : null);
    }
}
#endregion
