namespace Invitations;

internal sealed class SettingsBatchSizePolicy : IBatchSizePolicy
{
    public ValueTask<int> GetLimitAsync(BatchSizeContext context, CancellationToken cancellationToken) => new(context.Settings.BatchSize);
}
