namespace Invitations;

/// <summary>A file that rows are added to.</summary>
internal interface IExportFile : IDisposable
{
    /// <summary>Adds a row: null, texts, numbers, dates, instants.</summary>
    ValueTask AddAsync(IReadOnlyList<object?> cells, CancellationToken cancellationToken);

    /// <summary>Ends the file.</summary>
    Task CompleteAsync(CancellationToken cancellationToken);
}
