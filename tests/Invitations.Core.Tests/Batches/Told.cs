namespace Invitations.Tests.Batches;

/// <summary>Remembers what progress tells, at once.</summary>
internal sealed class Told(List<BatchProgress> told) : IProgress<BatchProgress>
{
    public void Report(BatchProgress value) => told.Add(value);
}
