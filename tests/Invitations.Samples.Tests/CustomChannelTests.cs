using CustomChannel;

namespace Invitations.Samples.Tests;

public sealed class CustomChannelTests
{
    [Fact]
    public async Task The_chat_gets_one_message_with_the_link()
    {
        var run = await SampleProgram.RunAsync(typeof(ChatChannel), null);

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains("Tina invites you: https://app.example.com/join/", run.Line("The chat gets"), StringComparison.Ordinal);
        Assert.Contains("1 message sent.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_channel_is_short()
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "ChatChannel.cs.txt"));

        Assert.InRange(lines.Length, 1, 59);
    }
}
