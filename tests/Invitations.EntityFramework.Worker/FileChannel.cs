namespace Invitations.EntityFramework.Worker;

/// <summary>A provider that takes every message for good: a line of a file, which outlives the process. Like many, it does not notice a message that comes twice.</summary>
internal sealed class FileChannel(WorkerOptions options) : IInvitationChannel
{
    // Of the process: a channel lives as long as its scope.
    private static int s_sent;

    public string Name => DeliveryChannels.Email;

    public async ValueTask<DeliveryOutcome> SendAsync(DeliveryContext context, CancellationToken cancellationToken)
    {
        if (options.SentFile is { } file)
            await File.AppendAllTextAsync(file, $"{context.Delivery.Id} {context.Secrets!.Token}\n", cancellationToken);
        if (Interlocked.Increment(ref s_sent) == options.HangAt)
        {
            Console.WriteLine($"hangs {context.Delivery.Id}");
            await Console.In.ReadLineAsync(cancellationToken);
        }

        return DeliveryOutcome.Sent($"process-{Environment.ProcessId}");
    }
}
