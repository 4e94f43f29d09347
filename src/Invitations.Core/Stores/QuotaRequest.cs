namespace Invitations.Stores;

/// <summary>What is asked of one counter.</summary>
/// <param name="Key">Whose counter: at most 100 ASCII characters, with a keyed hash in place of personal data.</param>
/// <param name="Count">How many are wanted; 0 or more.</param>
/// <param name="Limit">The most in one window; 1 or more.</param>
/// <param name="Window">How long a window lasts that begins now. One that is running keeps its end.</param>
public readonly record struct QuotaRequest(string Key, int Count, int Limit, TimeSpan Window);
