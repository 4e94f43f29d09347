namespace Invitations;

/// <summary>Finds the accounts of line managers by what people write: a name, an e-mail address, an id. Without one, the text is kept as it is.</summary>
/// <remarks>Called once a chunk, and once more at acceptance where the person named somebody else. Let exceptions propagate.</remarks>
public interface ILineManagerDirectory
{
    /// <summary>Finds accounts.</summary>
    /// <param name="query">Tenant and texts.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Who is meant by each text, in any order: one account, several where it cannot be told which, none where nobody is.</returns>
    ValueTask<IReadOnlyCollection<LineManagerMatch>> FindAsync(LineManagerQuery query, CancellationToken cancellationToken);
}
