namespace Invitations;

/// <summary>Passes on how far staging has come; on the thread that stages, in order.</summary>
internal sealed class StagingProgress(IProgress<ImportProgress> target) : IProgress<BatchProgress>
{
    public void Report(BatchProgress value) => target.Report(new(value.Read, value.Refused));
}
