using System.Data.Common;

namespace Invitations.EntityFramework.Tests.Fixtures;

/// <summary>What a database throws where two transactions met.</summary>
internal sealed class ConflictException(string sqlState) : DbException("could not serialize access")
{
    public override string SqlState { get; } = sqlState;
}
