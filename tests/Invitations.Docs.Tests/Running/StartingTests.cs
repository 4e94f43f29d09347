using Snippets.GettingStarted;

namespace Invitations.Docs.Tests.Running;

/// <summary>The first programs that somebody copies, from invite to accept.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class StartingTests
{
    [Fact]
    public async Task The_quickstart_of_the_readme_invites_and_accepts()
    {
        // The entry point is the synchronous method that the compiler writes around the program: it waits by itself.
        var main = typeof(ConsoleHost).Assembly.EntryPoint!;
        Func<Task> program = () => Task.Run(() => main.Invoke(null, [Array.Empty<string>()]), TestContext.Current.CancellationToken);

        var lines = await Printed.LinesAsync(program);

        Assert.Equal(2, lines.Count);
        Assert.StartsWith("https://app.example.com/join/A", lines[0], StringComparison.Ordinal);
        Assert.Equal(Printed.Promised("readme-quickstart"), lines.Skip(1));
    }

    [Fact]
    public async Task Getting_started_on_the_console_prints_what_the_page_says()
    {
        var lines = await Printed.LinesAsync(() => ConsoleHost.RunAsync(InvitationKey.Generate()));

        Assert.Equal(5, lines.Count);
        Assert.Equal(Printed.Promised("console-invite", "console-accept"), lines);
    }
}
