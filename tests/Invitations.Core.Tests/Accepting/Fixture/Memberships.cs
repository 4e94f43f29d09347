using System.Collections.Concurrent;

namespace Invitations.Tests.Accepting.Fixture;

/// <summary>The host's own rows, and what its acceptance handler does before it writes one.</summary>
internal sealed class Memberships
{
    private readonly ConcurrentQueue<AcceptanceContext> _calls = [];
    private readonly ConcurrentQueue<(Guid Invitation, string User)> _rows = [];

    /// <summary>Each call of the handler, whatever came of it.</summary>
    public IReadOnlyCollection<AcceptanceContext> Calls => _calls;

    /// <summary>Each person who was made a member.</summary>
    public IReadOnlyCollection<(Guid Invitation, string User)> Rows => _rows;

    /// <summary>Answers instead of joining; null joins.</summary>
    public Func<AcceptanceContext, Task<AcceptanceOutcome?>> Script { get; set; } = _ => Task.FromResult<AcceptanceOutcome?>(null);

    public async ValueTask<AcceptanceOutcome> AnswerAsync(AcceptanceContext context)
    {
        _calls.Enqueue(context);
        if (await Script(context) is { } answer)
            return answer;
        var user = context.Acceptor.UserId ?? $"new-{_rows.Count + 1}";
        _rows.Enqueue((context.Invitation.Id, user));
        return AcceptanceOutcome.Joined(user);
    }
}
