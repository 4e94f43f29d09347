namespace Quickstart;

/// <summary>Where the list comes from.</summary>
public static class Input
{
    public static async Task<string> ReadAsync(string[] args) => args switch
    {
        [] => await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "people.txt")),
        ["-"] => await Console.In.ReadToEndAsync(),
        [var path] when File.Exists(path) => await File.ReadAllTextAsync(path),
        _ => string.Join('\n', args),
    };
}
