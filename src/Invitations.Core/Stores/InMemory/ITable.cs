namespace Invitations.Stores.InMemory;

internal interface ITable
{
    /// <summary>Makes the drafts everybody's.</summary>
    void Commit();

    /// <summary>Drops the drafts.</summary>
    void Rollback();
}
