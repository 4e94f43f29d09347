namespace Invitations.Benchmarks.Stores.Measuring;

/// <summary>One way to do the same thing.</summary>
/// <param name="Name">What it is called in the report.</param>
/// <param name="PrepareAsync">Brings the database to where every contestant begins. Not measured.</param>
/// <param name="RunAsync">Does it, and says how many it has done.</param>
internal sealed record Contestant(string Name, Func<Task> PrepareAsync, Func<Task<int>> RunAsync);
