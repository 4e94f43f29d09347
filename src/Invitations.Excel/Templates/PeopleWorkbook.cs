namespace Invitations;

/// <summary>A workbook with a sheet of people, a sheet of instructions and a hidden one of lists.</summary>
internal sealed class PeopleWorkbook(PeopleSheet people, string? title)
{
    private string PeopleName => SheetName.Of(TemplateTexts.Get("sheet.people", people.Culture));

    /// <summary>Writes the workbook.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="rows">Writes the next row and says whether there was one. The notes that it adds are written behind those of the headers.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>How many rows were written.</returns>
    public async Task<long> WriteAsync(Stream output, Func<SheetWriter, List<SheetNote>, bool> rows, CancellationToken cancellationToken)
    {
        using var package = new WorkbookPackage(output);
        var lists = new ChoiceLists(people.Culture);
        var notes = people.HeaderNotes().ToList();
        await WorkbookFrame.BeginAsync(package, title ?? PeopleName, hasNotes: true, cancellationToken).ConfigureAwait(false);
        var count = 0L;
        using (var sheet = people.Begin(package, 1))
        {
            while (rows(sheet, notes))
            {
                count++;
                cancellationToken.ThrowIfCancellationRequested();
                await package.DrainIfFullAsync(cancellationToken).ConfigureAwait(false);
            }

            people.End(sheet, lists);
        }

        await SheetNotes.WriteAsync(package, notes, cancellationToken).ConfigureAwait(false);
        await new InstructionSheet(people, PeopleName, title).WriteAsync(package, 2, cancellationToken).ConfigureAwait(false);
        await lists.WriteAsync(package, 3, cancellationToken).ConfigureAwait(false);
        await WorkbookFrame
            .EndAsync(
                package,
                [(PeopleName, false), (SheetName.Of(TemplateTexts.Get("sheet.instructions", people.Culture)), false), (ChoiceLists.SheetName, true)],
                cancellationToken)
            .ConfigureAwait(false);
        return count;
    }
}
