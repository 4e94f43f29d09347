namespace Invitations.Tests.Accepting.Fixture;

/// <summary>Lets callers start at once: everything is opened first, then one gate opens for all.</summary>
internal static class Race
{
    public static async Task<T[]> RunAsync<T>(params IEnumerable<Func<Task<T>>> callers)
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var runs = callers.Select(async caller =>
        {
            await gate.Task;
            return await caller();
        }).ToList();
        gate.SetResult();
        return await Task.WhenAll(runs);
    }
}
