using Invitations.Stores;

namespace Invitations.Testing;

/// <summary>Batches and their rows for tests. Vary them with <c>with</c>.</summary>
public static class SampleBatches
{
    /// <summary>A staged batch of a user without rows.</summary>
    /// <param name="tenant">The tenant.</param>
    public static StoredBatch Staged(TenantId tenant) => new()
    {
        Batch = new()
        {
            Id = Guid.CreateVersion7(SampleInvitations.Now),
            Tenant = tenant,
            Status = InvitationBatchStatus.Staged,
            CreatedBy = "user-1",
            CreatedAt = SampleInvitations.Now,
            StagedAt = SampleInvitations.Now,
        },
        Fingerprint = "00ff",
        Options = "{}",
    };

    /// <summary>A batch in which no field has its default value.</summary>
    /// <param name="tenant">The tenant.</param>
    public static StoredBatch Full(TenantId tenant) => new()
    {
        Batch = new()
        {
            Id = Guid.CreateVersion7(SampleInvitations.Now),
            Tenant = tenant,
            Name = "Night shift, Zoë & co ' % 日本",
            Status = InvitationBatchStatus.Sending,
            Counts = new(5, 4, 3, 2),
            CreatedBy = "directory-sync",
            IsFromSystem = true,
            CreatedAt = SampleInvitations.Now,
            StagedAt = SampleInvitations.Now.AddMinutes(1),
            SendAt = SampleInvitations.Now.AddMinutes(2),
            SendGroups = ["design", "a,b\nc"],
            SentBy = "user-2",
            SentAt = SampleInvitations.Now.AddMinutes(3),
            WithdrawnAt = SampleInvitations.Now.AddMinutes(4),
            Version = 7,
        },
        IdempotencyKey = SampleInvitations.NewText("key ' %"),
        Fingerprint = "00ff",
        Options = "{\"language\":\"nl\"}",
        Order = "{\"sender\":\"user-2\"}",
        Claim = Guid.NewGuid(),
        SentThrough = 9,
        DueAt = SampleInvitations.Now.AddMinutes(5),
    };

    /// <summary>A waiting row with an address of its own.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="position">The position.</param>
    public static StoredBatchRow Row(StoredBatch batch, int position)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return new()
        {
            Tenant = batch.Batch.Tenant,
            BatchId = batch.Batch.Id,
            Position = position,
            Row = position + 1,
            Status = BatchRowStatus.Waiting,
            Recipient = new() { Email = $"{SampleInvitations.NewText("ana")}@example.com" },
            Content = "{}",
        };
    }

    /// <summary>A row in which no field has its default value.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="position">The position.</param>
    public static StoredBatchRow FullRow(StoredBatch batch, int position) => Row(batch, position) with
    {
        Status = BatchRowStatus.Refused,
        Recipient = SampleInvitations.Full(SampleInvitations.NewTenant()).Recipient,
        Groups = ["design", "a,b\nc"],
        Content = "{\"email\":\"zoë@example.com\"}",
        Outcome = InviteOutcome.Merged,
        InvitationId = Guid.NewGuid(),
        Errors = "[{\"code\":\"x\"}]",
    };
}
