using System.Net.Mail;
using Microsoft.Extensions.Options;

namespace Invitations;

/// <summary>Keeps connections from one message to the next: as many as messages are sent at once, each for a limited time.</summary>
internal sealed class SmtpConnections : IDisposable
{
    private readonly IOptionsMonitor<SmtpOptions> _options;
    private readonly TimeProvider _time;
    private readonly ITimer _pruning;
    private readonly Lock _lock = new();
    private readonly List<SmtpConnection> _idle = [];

    public SmtpConnections(IOptionsMonitor<SmtpOptions> options, TimeProvider time)
    {
        _options = options;
        _time = time;
        _pruning = time.CreateTimer(_ => Prune(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Sends over a connection that nobody else uses meanwhile.</summary>
    /// <exception cref="SmtpException">The server refused, or could not be reached.</exception>
    public async Task SendAsync(MailMessage mail, CancellationToken cancellationToken)
    {
        if (TakeIdle() is { } used)
        {
            try
            {
                await SendAsync(used, mail, cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (SmtpException exception) when (SmtpReplies.IsConnectionLost(exception))
            {
                // The server has closed it since its last message. Trying again later would send no less twice.
            }
        }

        await SendAsync(new SmtpConnection(_options.CurrentValue, _time.GetUtcNow()), mail, cancellationToken).ConfigureAwait(false);
    }

    public void Dispose()
    {
        _pruning.Dispose();
        Close(_ => true);
    }

    private async Task SendAsync(SmtpConnection connection, MailMessage mail, CancellationToken cancellationToken)
    {
        var isDone = false;
        try
        {
            await connection.SendAsync(mail, cancellationToken).ConfigureAwait(false);
            isDone = true;
        }
        finally
        {
            if (isDone)
                Return(connection);
            else
                connection.Dispose();
        }
    }

    private SmtpConnection? TakeIdle()
    {
        Prune();
        lock (_lock)
        {
            // The last one used: the others grow old and are closed.
            if (_idle.Count == 0)
                return null;
            var connection = _idle[^1];
            _idle.RemoveAt(_idle.Count - 1);
            return connection;
        }
    }

    private void Return(SmtpConnection connection)
    {
        connection.UsedAt = _time.GetUtcNow();
        lock (_lock)
            _idle.Add(connection);
        _pruning.Change(connection.Options.IdleTimeout, Timeout.InfiniteTimeSpan);
    }

    private void Prune()
    {
        var (current, now) = (_options.CurrentValue, _time.GetUtcNow());
        Close(connection => !connection.IsFresh(current, now));
    }

    private void Close(Predicate<SmtpConnection> isOver)
    {
        List<SmtpConnection> over;
        lock (_lock)
        {
            over = _idle.FindAll(isOver);
            _idle.RemoveAll(isOver);
        }

        over.ForEach(connection => connection.Dispose());
    }
}
