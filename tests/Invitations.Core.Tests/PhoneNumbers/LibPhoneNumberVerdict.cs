namespace Invitations.Tests.PhoneNumbers;

/// <summary>A row of phones.tsv: a number as somebody may type it, and what Google's libphonenumber says about it.</summary>
public sealed record LibPhoneNumberVerdict(string Text, string? DefaultRegion, string Category, string E164, bool IsValid, PhoneNumberKind Kind, string? Region)
{
    private const string NoDefaultRegion = "ZZ";
    private const string NoCountry = "001";

    public static IReadOnlyList<LibPhoneNumberVerdict> All { get; } =
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "PhoneNumbers", "phones.tsv")).Skip(1).Select(Read)];

    public static IEnumerable<LibPhoneNumberVerdict> Valid => All.Where(static row => row.IsValid);

    public PhoneNumberContext Context => new() { Text = Text, DefaultRegion = DefaultRegion, StripExtension = true };

    private static LibPhoneNumberVerdict Read(string line)
    {
        var cells = line.Split('\t');
        return new(
            cells[0],
            cells[1] == NoDefaultRegion ? null : cells[1],
            cells[2],
            cells[3],
            bool.Parse(cells[4]),
            ReadKind(cells[6]),
            cells[7] == NoCountry ? null : cells[7]);
    }

    private static PhoneNumberKind ReadKind(string name) => name switch
    {
        "" => PhoneNumberKind.Unknown,
        "UAN" => PhoneNumberKind.UniversalAccess,
        _ => Enum.Parse<PhoneNumberKind>(name.Replace("_", "", StringComparison.Ordinal), ignoreCase: true),
    };
}
