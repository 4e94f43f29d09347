namespace Invitations;

/// <summary>How far a change of many invitations has come; what is counted here is committed.</summary>
/// <param name="Read">How many invitations have been looked at.</param>
/// <param name="Done">How many of them were changed.</param>
/// <param name="Unchanged">How many needed no change.</param>
/// <param name="Skipped">How many could not be changed.</param>
public readonly record struct BulkChangeProgress(int Read, int Done, int Unchanged, int Skipped);
