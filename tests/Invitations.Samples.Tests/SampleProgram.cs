using System.Diagnostics;

namespace Invitations.Samples.Tests;

/// <summary>Runs a sample as a newcomer does: as a program of its own.</summary>
internal static class SampleProgram
{
    public static async Task<SampleRun> RunAsync(Type anyTypeOfSample, string? input, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        start.ArgumentList.Add(anyTypeOfSample.Assembly.Location);
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new(process.ExitCode, await output, await error);
    }
}

internal sealed record SampleRun(int ExitCode, string Output, string Error)
{
    public string Line(string containing) => Output.Split('\n').FirstOrDefault(line => line.Contains(containing, StringComparison.Ordinal))
        ?? throw new InvalidOperationException($"No line with '{containing}' in:\n{Output}\n{Error}");
}
