namespace Invitations.Stores.InMemory;

/// <summary>Decides whether an invitation belongs into a list.</summary>
internal sealed class InvitationMatch(InvitationStoreQuery query)
{
    private readonly InvitationFilter _filter = query.Filter;
    private readonly HashSet<Guid>? _ids = query.Filter.Ids.Count == 0 ? null : [.. query.Filter.Ids];
    private readonly AsciiSearch? _search = string.IsNullOrEmpty(query.Filter.Search) ? null : new(query.Filter.Search);

    public bool IsMatch(Invitation invitation) =>
        (_filter.Statuses.Count == 0 || _filter.Statuses.Contains(invitation.StatusAt(query.Now)))
        && (_ids is null || _ids.Contains(invitation.Id))
        && (_filter.InvitedBy is null || Same(_filter.InvitedBy, invitation.InvitedBy))
        && (_filter.Kind is null || _filter.Kind == invitation.Grant.Kind)
        && (_filter.BatchId is null || _filter.BatchId == invitation.BatchId)
        && (_filter.LinkId is null || _filter.LinkId == invitation.LinkId)
        && (_filter.HasAccessCode is null || _filter.HasAccessCode == invitation.CodeLength > 0)
        && (_filter.Group is null || invitation.Grant.Groups.Contains(_filter.Group, StringComparer.Ordinal))
        && (query.Visibility is null || IsVisible(query.Visibility, invitation))
        && (_search is null || IsFound(_search, invitation));

    private static bool IsVisible(InvitationVisibility visibility, Invitation invitation) =>
        Same(visibility.InvitedBy, invitation.InvitedBy)
        || invitation.Grant.Groups.Any(group => visibility.Groups.Contains(group, StringComparer.Ordinal));

    private static bool IsFound(AsciiSearch search, Invitation invitation)
    {
        var (recipient, profile) = (invitation.Recipient, invitation.Profile);
        return search.IsIn(recipient.Email)
            || search.IsIn(recipient.Phone)
            || search.IsIn(recipient.Identifier?.Value)
            || search.IsIn(profile.FirstName)
            || search.IsIn(profile.LastName)
            || search.IsIn(profile.EmployeeId)
            || (search.HasSpace && profile is { FirstName: not null, LastName: not null } && search.IsIn($"{profile.FirstName} {profile.LastName}"));
    }

    private static bool Same(string x, string y) => string.Equals(x, y, StringComparison.Ordinal);
}
