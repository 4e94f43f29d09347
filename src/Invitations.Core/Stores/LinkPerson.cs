namespace Invitations.Stores;

/// <summary>By what somebody who joined is known.</summary>
/// <param name="Id">The host's id of the user, or the id of the sign-up form.</param>
/// <param name="IsAttempt">Whether it is the id of a sign-up form.</param>
public readonly record struct LinkPerson(string Id, bool IsAttempt);
