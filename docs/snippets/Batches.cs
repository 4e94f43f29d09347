using Invitations;

namespace Snippets;

public static class Batches
{
    public static async Task<InvitationBatch> StageAsync(IInvitationBatches batches, TenantId tenant, Inviter inviter, IReadOnlyList<Invite> people)
    {
        #region stage-batch
        var options = new BatchStageOptions { Name = "Night shift, London", IdempotencyKey = "upload-4711" };
        var staged = await batches.StageAsync(tenant, people, inviter, options);
        foreach (var row in staged.Refused)
            Console.WriteLine($"Row {row.Row}: {string.Join(' ', row.Errors)}");
        #endregion
        return staged.Batch!;
    }

    public static async Task<BatchSendResult> SendAsync(IInvitationBatches batches, InvitationBatch batch, Inviter sender)
    {
        #region send-batch
        var progress = new Progress<BatchProgress>(rows => Console.WriteLine($"{rows.Done} of {batch.Counts.Waiting}"));
        var sent = await batches.SendAsync(batch.Tenant, batch.Id, sender, progress: progress);
        foreach (var (code, rows) in sent.Refused)
            Console.WriteLine($"{rows} refused: {code}");
        #endregion
        return sent;
    }

    public static async Task ScheduleAsync(IInvitationBatches batches, InvitationBatch batch, Inviter sender, DateTimeOffset mondayMorning)
    {
        #region send-batch-later
        await batches.SendAsync(batch.Tenant, batch.Id, sender, new() { At = mondayMorning });
        await batches.CancelAsync(batch.Tenant, batch.Id, sender);
        #endregion
    }

    public static async Task<BatchSendResult> SendWaveAsync(IInvitationBatches batches, InvitationBatch batch, Inviter sender)
    {
        #region send-batch-in-waves
        var london = await batches.SendAsync(batch.Tenant, batch.Id, sender, new() { Groups = ["london"] });
        #endregion
        return london;
    }

    public static async Task WithdrawAsync(IInvitationBatches batches, InvitationBatch batch, Inviter actor)
    {
        #region withdraw-batch
        var withdrawn = await batches.WithdrawAsync(batch.Tenant, batch.Id, actor);
        Console.WriteLine($"{withdrawn.Revoked.Done} revoked, {withdrawn.Batch?.Counts.Dropped} never sent");
        #endregion
    }
}
