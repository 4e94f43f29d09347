namespace Invitations.Docs.Tests.Pages;

/// <summary>Tests that listen to what the whole process counts: nothing else runs meanwhile.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ListeningCollection
{
    public const string Name = "Listening";
}
