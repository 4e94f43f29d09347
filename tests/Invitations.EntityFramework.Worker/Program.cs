using System.Globalization;
using Invitations.EntityFramework.Worker;
using Invitations.EntityFramework.Worker.Commands;

// One node of a host. Reads commands line by line and answers line by line, until its input ends or it is killed.
await using var services = WorkerHost.Build(WorkerOptions.From(args));
Console.WriteLine("ready");
while (await Console.In.ReadLineAsync() is { } line)
{
    var words = line.Split(' ');
    await (words switch
    {
        ["accept", var token, var email, var callers] => AcceptCommand.RunAsync(services, token, email, Number(callers)),
        ["invite", var email, var callers] => InviteCommand.RunAsync(services, email, Number(callers)),
        ["claim", var callers] => ClaimCommand.RunAsync(services, Number(callers)),
        ["dispatch"] => DispatchCommand.RunAsync(services),
        ["serve"] => ServeCommand.StartAsync(services),
        ["stop"] => ServeCommand.StopAsync(services),
        ["import", var rows, var key] => ImportCommand.RunAsync(services, Number(rows), key),
        _ => throw new InvalidOperationException($"'{line}' is no command."),
    });
}

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
