namespace Invitations.Stores;

/// <summary>What is given back to one counter.</summary>
/// <param name="Key">Whose counter.</param>
/// <param name="Count">How many; 1 or more.</param>
public readonly record struct QuotaReturn(string Key, int Count);
