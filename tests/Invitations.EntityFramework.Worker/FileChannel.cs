namespace Invitations.EntityFramework.Worker;

/// <summary>A provider that takes every message for good: a line of a file, which outlives the process. Like many, it does not notice a message that comes twice.</summary>
internal sealed class FileChannel(WorkerOptions options) : IInvitationChannel
{
    // Of the process: a channel lives as long as its scope.
    private static readonly Lock Writing = new();
    private static int s_sent;

    public string Name => DeliveryChannels.Email;

    public async ValueTask<DeliveryOutcome> SendAsync(DeliveryContext context, CancellationToken cancellationToken)
    {
        if (options.SentFile is { } file)
        {
            lock (Writing)
                File.AppendAllText(file, $"{context.Delivery.Id} {context.Secrets!.Token}\n");
        }

        if (Interlocked.Increment(ref s_sent) == options.HangAt)
        {
            Console.WriteLine($"hangs {context.Delivery.Id}");
            await Console.In.ReadLineAsync(cancellationToken);
        }

        // The message is taken; its answer is on its way.
        if (options.Latency > TimeSpan.Zero)
            await Task.Delay(options.Latency, TimeProvider.System, cancellationToken);
        return DeliveryOutcome.Sent($"process-{Environment.ProcessId}");
    }
}
