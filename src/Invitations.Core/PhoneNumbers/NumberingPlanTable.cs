using System.Collections.Frozen;
using System.IO.Compression;

namespace Invitations;

/// <summary>The numbering plans of the world, from the embedded table. Read once, when the first number is parsed.</summary>
internal sealed class NumberingPlanTable
{
    private const string ResourceName = "Invitations.PhoneNumbers.phone-metadata.bin";
    private const int FormatVersion = 1;
    private const int MaxCallingCodeDigits = 3;

    private static readonly Lazy<NumberingPlanTable> LazyWorld = new(Load);

    private readonly FrozenDictionary<string, NumberingPlan> _byRegion;
    private readonly NumberingPlan[]?[] _byCallingCode = new NumberingPlan[1000][];

    private NumberingPlanTable(List<NumberingPlan> plans)
    {
        _byRegion = plans.Where(static plan => plan.Region is not null)
            .ToFrozenDictionary(static plan => plan.Region!, StringComparer.OrdinalIgnoreCase);
        foreach (var sharing in plans.GroupBy(static plan => plan.CallingCode))
            _byCallingCode[sharing.Key] = [.. sharing];
    }

    public static NumberingPlanTable World => LazyWorld.Value;

    /// <summary>The plan of a country, or null for a code that no country has.</summary>
    public NumberingPlan? OfRegion(string? region) => region is null ? null : _byRegion.GetValueOrDefault(region);

    /// <summary>The plans that share a calling code, the one that speaks for it first.</summary>
    public NumberingPlan[] OfCallingCode(int callingCode) => _byCallingCode[callingCode] ?? [];

    /// <summary>Reads the calling code at the beginning of a number. No code begins with another one, nor with a zero.</summary>
    /// <returns>The plan that speaks for the code and the digits of the code; null where no country has it.</returns>
    public (NumberingPlan? Plan, int Digits) ReadCallingCode(ReadOnlySpan<char> digits)
    {
        var code = 0;
        for (var i = 0; i < Math.Min(digits.Length, MaxCallingCodeDigits); i++)
        {
            code = (code * 10) + (digits[i] - '0');
            if (code == 0)
                break;
            if (_byCallingCode[code] is { } plans)
                return (plans[0], i + 1);
        }
        return (null, 0);
    }

    private static NumberingPlanTable Load()
    {
        using var resource = typeof(NumberingPlanTable).Assembly.GetManifestResourceStream(ResourceName)
            ?? throw new InvalidOperationException($"The resource {ResourceName} is missing from the assembly.");
        using var inflating = new BrotliStream(resource, CompressionMode.Decompress);
        using var table = new MemoryStream();
        inflating.CopyTo(table);

        var reader = new MetadataReader(table.GetBuffer().AsMemory(0, (int)table.Length));
        var version = reader.ReadNumber();
        if (version != FormatVersion)
            throw new InvalidOperationException($"The resource {ResourceName} has the format {version}; this code reads {FormatVersion}. Run tools/phone-metadata.");
        var plans = new List<NumberingPlan>(reader.ReadNumber());
        for (var i = 0; i < plans.Capacity; i++)
            plans.Add(new(ref reader));
        return new(plans);
    }
}
