namespace Invitations;

/// <summary>A group (team, channel, space) of the host.</summary>
/// <param name="Id">The host's id, compared ordinally.</param>
/// <param name="Name">What people call it and write into a spreadsheet, compared ordinally ignoring case. Null means the id.</param>
public sealed record Group(string Id, string? Name = null);
