namespace Invitations;

/// <summary>An account that a text means.</summary>
/// <param name="Text">The text that was asked.</param>
/// <param name="UserId">The host's id of the account.</param>
public readonly record struct LineManagerMatch(string Text, string UserId);
