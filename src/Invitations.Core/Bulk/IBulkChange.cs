namespace Invitations;

/// <summary>One kind of change, for a chunk of invitations that have been judged.</summary>
internal interface IBulkChange
{
    /// <summary>How it is called in metrics and logs.</summary>
    string Name { get; }

    /// <summary>What the policies are asked about.</summary>
    InvitationOperation Operation { get; }

    /// <summary>Whether they are asked at all; a trusted part of the host ends what nobody's rule may keep alive.</summary>
    bool AsksPolicies { get; }

    /// <summary>The event for each invitation that was changed.</summary>
    InvitationEventKind Event { get; }

    /// <summary>Whether messages are queued by it.</summary>
    bool Sends { get; }

    /// <summary>How long the invitations shall live as the actor asks, or null for the usual time.</summary>
    TimeSpan? Lifetime { get; }

    /// <summary>Whether an invitation is as it should be already.</summary>
    /// <param name="row">The invitation, which nothing speaks against.</param>
    /// <param name="now">The present instant.</param>
    bool IsUnchanged(OpenedInvitation row, DateTimeOffset now);

    /// <summary>Writes the change with everything that follows from it. What somebody else has changed meanwhile is neither done nor refused.</summary>
    /// <param name="rows">The invitations, of one tenant, which nothing speaks against.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<BulkWrite> WriteAsync(IReadOnlyList<OpenedInvitation> rows, Inviter actor, DateTimeOffset now, CancellationToken cancellationToken);
}
