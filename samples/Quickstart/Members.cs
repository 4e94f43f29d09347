using Invitations;

namespace Quickstart;

/// <summary>Stands for the table of members that a host has.</summary>
public sealed class Members
{
    public List<Member> All { get; } = [];
}

public sealed record Member(string UserId, string? Name, Grant Grant);
