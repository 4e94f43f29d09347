namespace Invitations;

/// <summary>Collects errors and allocates only when there is one.</summary>
internal sealed class ErrorList
{
    private List<InvitationError>? _errors;

    public IReadOnlyList<InvitationError> Errors => _errors ?? (IReadOnlyList<InvitationError>)[];

    public int Count => _errors?.Count ?? 0;

    public void Add(InvitationError error) => (_errors ??= []).Add(error);
}
