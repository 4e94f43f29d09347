namespace Invitations.Tests.Accepting.Fixture;

/// <summary>Asserts which refusals came back, by their codes.</summary>
internal static class Refused
{
    public static void With(string code, RedemptionResult result)
    {
        Assert.False(result.Succeeded);
        Assert.Equal([code], result.Errors.Select(error => error.Code));
    }

    public static void With(string code, AdministrationResult result)
    {
        Assert.False(result.Succeeded);
        Assert.Null(result.Invitation);
        Assert.Equal([code], result.Errors.Select(error => error.Code));
    }

    public static void With(string code, ShowSecretResult result)
    {
        Assert.False(result.Succeeded);
        Assert.Null(result.Secrets);
        Assert.Equal([code], result.Errors.Select(error => error.Code));
    }
}
