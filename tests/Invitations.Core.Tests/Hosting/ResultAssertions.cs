namespace Invitations.Tests.Hosting;

/// <summary>What tests say about results.</summary>
internal static class ResultAssertions
{
    public static IReadOnlyList<string> Codes(this InviteResult result) => [.. result.Errors.Select(error => error.Code)];

    public static IReadOnlyList<InviteOutcome> Outcomes(this BulkInviteResult result) => [.. result.Rows.Select(row => row.Outcome)];

    /// <summary>One error and nothing else: its code, its field and its arguments.</summary>
    public static void AssertRefused(this InviteResult result, string code, string? field, params (string Name, object Value)[] arguments)
    {
        Assert.Equal(InviteOutcome.Refused, result.Outcome);
        Assert.False(result.Succeeded);
        AssertError(Assert.Single(result.Errors), code, field, arguments);
    }

    public static void AssertError(InvitationError error, string code, string? field, params (string Name, object Value)[] arguments)
    {
        Assert.Equal(code, error.Code);
        Assert.Equal(field, error.Field);
        Assert.Equal(arguments.Select(argument => argument.Name).Order(), error.Arguments.Keys.Order());
        Assert.All(arguments, argument => Assert.Equal(argument.Value, error.Arguments[argument.Name]));
    }

    public static InviteResult AssertSucceeded(this InviteResult result, InviteOutcome outcome = InviteOutcome.Invited)
    {
        Assert.Empty(result.Errors);
        Assert.Equal(outcome, result.Outcome);
        return result;
    }
}
