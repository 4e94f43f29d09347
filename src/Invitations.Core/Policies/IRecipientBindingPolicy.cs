namespace Invitations;

/// <summary>Decides whether somebody is the one who was invited.</summary>
/// <remarks>Asked at acceptance, before anything is written. Let exceptions propagate: nobody is let in without an answer.</remarks>
public interface IRecipientBindingPolicy
{
    /// <summary>Compares the acceptor with the recipient.</summary>
    /// <param name="context">The invitation and who accepts.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>True where the acceptor is the one; false is answered as <c>recipient.mismatch</c>.</returns>
    ValueTask<bool> IsRecipientAsync(RecipientBindingContext context, CancellationToken cancellationToken);
}
