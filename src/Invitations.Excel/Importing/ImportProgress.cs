namespace Invitations;

/// <summary>How far an import has come.</summary>
/// <param name="Rows">How many rows were judged.</param>
/// <param name="Refused">How many of them were refused.</param>
public readonly record struct ImportProgress(int Rows, int Refused);
