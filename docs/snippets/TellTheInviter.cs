using Invitations;

namespace Snippets;

/// <summary>Stands for the messages inside of an application.</summary>
public sealed class Inboxes
{
    private readonly List<(string UserId, string Text)> _messages = [];

    public IReadOnlyList<(string UserId, string Text)> Messages => _messages;

    public void Add(string userId, string text) => _messages.Add((userId, text));
}

#region tell-the-inviter
public sealed class TellTheInviter(Inboxes inboxes) : IInvitationEventHandler
{
    public ValueTask HandleAsync(InvitationEventContext context, CancellationToken cancellationToken)
    {
        foreach (var e in context.Events.Where(e => !e.Invitation.IsFromSystem))
        {
            var who = e.Invitation.Profile.FirstName ?? "Somebody";
            var text = e.Kind switch
            {
                InvitationEventKind.Accepted => $"{who} has joined.",
                InvitationEventKind.Declined => $"{who} has declined.",
                InvitationEventKind.NewLinkRequested => $"{who} came too late and asks for a new link.",
                InvitationEventKind.DeliveryFailed => $"The message to {who} could not be delivered: {e.Delivery!.LastError}",
                _ => null,
            };
            if (text is not null)
                inboxes.Add(e.Invitation.InvitedBy, text);
        }

        return ValueTask.CompletedTask;
    }
}
#endregion
