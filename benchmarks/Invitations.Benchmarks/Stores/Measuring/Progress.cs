namespace Invitations.Benchmarks.Stores.Measuring;

/// <summary>Says what is going on, beside the report.</summary>
internal static class Progress
{
    public static void Say(string text) => Console.Error.WriteLine(text);
}
