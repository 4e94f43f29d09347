namespace Invitations.Excel.Tests.Hostile;

/// <summary>Tests that measure the process, and therefore run when nothing else does.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneCollection
{
    public const string Name = "alone";
}
