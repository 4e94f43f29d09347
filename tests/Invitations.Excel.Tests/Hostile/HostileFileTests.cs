using Invitations.Excel.Tests.Files;

namespace Invitations.Excel.Tests.Hostile;

/// <summary>Whatever a file is, it is read or refused by name, within 10 seconds and 150 MB, and leaves nothing behind.</summary>
[Collection(AloneCollection.Name)]
public sealed class HostileFileTests : IDisposable
{
    private const string TemporaryFolder = "TMPDIR";

    private readonly string? _formerFolder = Environment.GetEnvironmentVariable(TemporaryFolder);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("invitations-");

    public HostileFileTests() => Environment.SetEnvironmentVariable(TemporaryFolder, _folder.FullName);

    public static TheoryData<string> Names => [.. HostileFiles.All.Keys];

    [Theory, MemberData(nameof(Names))]
    public void A_hostile_file_is_read_or_refused_within_bounds(string name)
    {
        var (make, expected) = HostileFiles.All[name];
        var file = make();
        string? code = null;

        var measured = Measured.Run(() => code = Read(new MemoryStream(file)));

        Assert.Equal(expected, code);
        Assert.InRange(measured.Time.TotalSeconds, 0, 10);
        Assert.InRange(measured.PeakBytes / (1024 * 1024), 0, 150);
        Assert.Empty(_folder.EnumerateFileSystemInfos());
    }

    [Fact]
    public void An_upload_that_cannot_seek_is_held_in_memory_and_nowhere_else()
    {
        var file = HostileFiles.All["blank fields without end"].Make();

        var measured = Measured.Run(() => Assert.Null(Read(new ForwardOnlyStream(file))));

        Assert.InRange(measured.PeakBytes / (1024 * 1024), 45, 150);
        Assert.Empty(_folder.EnumerateFileSystemInfos());
    }

    [Fact]
    public void An_upload_without_end_is_refused_when_it_is_too_large() =>
        Assert.Equal(InvitationErrorCodes.FileTooLarge, Read(new EndlessStream()));

    [Fact]
    public void A_file_that_was_cut_off_anywhere_is_refused()
    {
        var sound = HostileFiles.Sound();

        for (var length = 5; length < sound.Length - 1; length += 7)
            Assert.Equal(InvitationErrorCodes.FileUnreadable, Read(new MemoryStream(sound[..length])));
    }

    [Fact]
    public void A_file_with_wrong_bytes_is_read_or_refused_and_nothing_else()
    {
        var random = new Random(20261125);
        var refused = 0;
        for (var round = 0; round < 3_000; round++)
        {
            var file = HostileFiles.Sound();
            for (var i = random.Next(1, 6); i > 0; i--)
                file[random.Next(file.Length)] = (byte)random.Next(256);
            refused += Read(new MemoryStream(file)) is null ? 0 : 1;
        }

        Assert.InRange(refused, 1_000, 2_999);
    }

    [Fact]
    public void Markup_with_wrong_letters_is_read_or_refused_and_nothing_else()
    {
        var random = new Random(20261126);
        var refused = 0;
        var sheet = System.Text.Encoding.UTF8.GetBytes(WorkbookFile.Sheet(WorkbookFile.RowsOf(["E-mail"], ["ana@example.com"]) + "<row r=\"3\"><c r=\"B3\" s=\"1\"><f>A1</f><v>46357</v></c></row>"));
        for (var round = 0; round < 2_000; round++)
        {
            var broken = sheet.ToArray();
            for (var i = random.Next(1, 4); i > 0; i--)
                broken[random.Next(broken.Length)] = (byte)random.Next(256);
            refused += Read(new MemoryStream(WorkbookFile.Of("").Add(WorkbookFile.SheetPart, broken).ToBytes())) is null ? 0 : 1;
        }

        Assert.InRange(refused, 500, 1_999);
    }

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(TemporaryFolder, _formerFolder);
        _folder.Delete(recursive: true);
    }

    /// <returns>Why it was refused, or null where every row was read.</returns>
    private static string? Read(Stream upload)
    {
        try
        {
            var limits = new SpreadsheetLimits();
            var file = SpreadsheetOpener.RewindAsync(upload, limits, CancellationToken.None).GetAwaiter().GetResult();
            using var spreadsheet = new SpreadsheetOpener(new XlsxEngine()).OpenAsync(file, limits, CancellationToken.None).AsTask().GetAwaiter().GetResult();
            foreach (var sheet in spreadsheet.Sheets)
            {
                foreach (var row in sheet.Rows)
                    Assert.InRange(row.Number, 1, limits.Rows);
            }

            return null;
        }
        catch (SpreadsheetRefusedException refusal)
        {
            return refusal.Error.Code;
        }
    }
}
