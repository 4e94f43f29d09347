namespace Invitations.Docs.Tests.Running;

/// <summary>Examples that print run one after the other: there is one console.</summary>
[CollectionDefinition(Name)]
public sealed class ConsoleCollection
{
    public const string Name = "Console";
}
