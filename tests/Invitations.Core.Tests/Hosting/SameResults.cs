namespace Invitations.Tests.Hosting;

/// <summary>Compares results down to the arguments of their errors.</summary>
internal static class SameResults
{
    public static void Assert(IReadOnlyList<InviteResult> expected, IReadOnlyList<InviteResult> actual) =>
        Xunit.Assert.Equal(expected.Select(Describe), actual.Select(Describe));

    private static string Describe(InviteResult result) =>
        $"{result.Row} {result.Outcome} {result.InvitationId} {result.ExpiresAt:O} {Describe(result.Recipient)} {string.Join("; ", result.Errors.Select(Describe))}";

    private static string Describe(Recipient? recipient) => recipient is null ? "-" : $"{recipient.Email}|{recipient.Phone}|{recipient.Identifier?.Key}|{recipient.UserId}";

    private static string Describe(InvitationError error) =>
        $"{error.Code} {error.Field} {error.Text} {string.Join(", ", error.Arguments.OrderBy(argument => argument.Key).Select(argument => $"{argument.Key}={Describe(argument.Value)}"))}";

    private static string Describe(object value) => value switch
    {
        IEnumerable<string> texts => $"[{string.Join("|", texts)}]",
        _ => $"{value.GetType().Name}:{value}",
    };
}
