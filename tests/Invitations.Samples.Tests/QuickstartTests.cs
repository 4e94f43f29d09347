using Quickstart;

namespace Invitations.Samples.Tests;

public sealed class QuickstartTests
{
    [Fact]
    public async Task The_list_in_the_repository_is_invited_and_every_wrong_entry_says_why()
    {
        var run = await SampleProgram.RunAsync(typeof(Members), null);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("10 of 17 invited.", run.Output, StringComparison.Ordinal);
        Assert.Contains("Invited", run.Line("Ana López"), StringComparison.Ordinal);
        Assert.Contains("row.duplicate", run.Line("ana@EXAMPLE.com"), StringComparison.Ordinal);
        Assert.Contains("email.domain_not_allowed", run.Line("farid@exmaple.com"), StringComparison.Ordinal);
        Assert.Contains("email.invalid", run.Line("grace@example "), StringComparison.Ordinal);
        Assert.Contains("phone.not_mobile", run.Line("020 7946 0018"), StringComparison.Ordinal);
        Assert.Contains("text.carries_url", run.Line("www.evil.example"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invitation_is_accepted_once_by_link_and_once_by_code()
    {
        var run = await SampleProgram.RunAsync(typeof(Members), null);

        Assert.Contains("user-1 joined the groups design", run.Line("Accepting by link"), StringComparison.Ordinal);
        Assert.Contains("invitation.already_accepted", run.Line("Accepting the same link again"), StringComparison.Ordinal);
        Assert.Contains("user-nora joined the groups design", run.Line("Accepting by the code"), StringComparison.Ordinal);
        Assert.Contains("reinvite.too_soon", run.Line("reinvite"), StringComparison.Ordinal);
        Assert.Contains("user-tina", run.Line("SecretShown"), StringComparison.Ordinal);
        Assert.Contains("user-1 (Ana), user-nora (Nora)", run.Line("Members now"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_can_be_given_on_the_command_line()
    {
        var run = await SampleProgram.RunAsync(typeof(Members), null, "ana@example.com; ben@elsewhere.org", "carla@example.com");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("2 of 3 invited.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_can_be_given_on_standard_input()
    {
        var run = await SampleProgram.RunAsync(typeof(Members), "ana@example.com\tben@example.com\n", "-");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("2 of 2 invited.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_program_shows_a_link_codes_and_an_approval()
    {
        var run = await SampleProgram.RunAsync(typeof(Members), null, "links-and-codes");

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains("user-ana joined the groups design", run.Line("Ana joins"), StringComparison.Ordinal);
        Assert.Contains("link.domain_not_allowed", run.Line("Eve"), StringComparison.Ordinal);
        Assert.Contains("no second use", run.Line("Ana clicks again"), StringComparison.Ordinal);
        Assert.Contains("joined the groups design", run.Line("Ben"), StringComparison.Ordinal);
        Assert.Contains("link.exhausted", run.Line("Carla"), StringComparison.Ordinal);
        Assert.Contains("link.inactive", run.Line("turned off"), StringComparison.Ordinal);
        Assert.Contains("token.superseded", run.Line("former link"), StringComparison.Ordinal);
        Assert.Contains("user-finn joined the groups design", run.Line("Finn"), StringComparison.Ordinal);
        Assert.Contains("invitation.already_accepted", run.Line("Gus"), StringComparison.Ordinal);
        Assert.Contains("2 codes are left", run.Output, StringComparison.Ordinal);
        Assert.Contains("AwaitingApproval", run.Line("Marc invites"), StringComparison.Ordinal);
        Assert.Contains("Pending", run.Line("Tina approves"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(",;\n")]
    [InlineData("nobody")]
    public async Task A_list_with_nobody_in_it_ends_well(string list)
    {
        var run = await SampleProgram.RunAsync(typeof(Members), list, "-");

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains("user-nora joined", run.Output, StringComparison.Ordinal);
    }
}
