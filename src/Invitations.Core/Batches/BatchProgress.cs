namespace Invitations;

/// <summary>How far staging or sending has come; what is counted here is committed.</summary>
/// <param name="Read">How many rows were looked at by this call.</param>
/// <param name="Done">How many of them were staged, or sent.</param>
/// <param name="Refused">How many of them were refused.</param>
public readonly record struct BatchProgress(int Read, int Done, int Refused);
