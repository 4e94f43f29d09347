namespace Invitations;

/// <summary>The phone numbers of one country, or of one service that spans all countries.</summary>
internal sealed class NumberingPlan
{
    private const int KindCount = (int)PhoneNumberKind.SharedCost;

    /// <summary>The order in which kinds are tried, as in libphonenumber: patterns overlap, and the dearer kind wins.</summary>
    private static readonly PhoneNumberKind[] SpecialKinds =
    [
        PhoneNumberKind.PremiumRate, PhoneNumberKind.TollFree, PhoneNumberKind.SharedCost, PhoneNumberKind.VoIP,
        PhoneNumberKind.PersonalNumber, PhoneNumberKind.Pager, PhoneNumberKind.UniversalAccess, PhoneNumberKind.Voicemail,
    ];

    private readonly NumberPattern[] _kinds = new NumberPattern[KindCount];
    private readonly uint _lengths;

    /// <summary>Reads a plan; the fields stand as <c>tools/phone-metadata</c> writes them.</summary>
    public NumberingPlan(ref MetadataReader reader)
    {
        Region = reader.ReadText() is { Length: > 0 } region ? region : null;
        CallingCode = reader.ReadNumber();
        _lengths = (uint)reader.ReadNumber();
        InternationalPrefix = new(reader.ReadBytes());
        Numbers = new(reader.ReadBytes(), _lengths);
        NationalPrefix = new(reader.ReadBytes(), reader.ReadBytes().Span);
        LeadingDigits = new(reader.ReadBytes());
        for (var i = 0; i < KindCount; i++)
        {
            var lengths = (uint)reader.ReadNumber();
            _kinds[i] = new(lengths == 0 ? default : reader.ReadBytes(), lengths);
        }
    }

    /// <summary>The country, or null.</summary>
    public string? Region { get; }

    public int CallingCode { get; }

    public LeadingPattern InternationalPrefix { get; }

    /// <summary>All numbers of the plan, whatever their kind.</summary>
    public NumberPattern Numbers { get; }

    public NationalPrefix NationalPrefix { get; }

    /// <summary>The digits by which the numbers of this country are told from those of others with the same calling code, where there are such.</summary>
    public LeadingPattern LeadingDigits { get; }

    /// <summary>Compares the number of digits with what the plan knows.</summary>
    /// <returns><c>None</c> for a possible length, <c>NotAssigned</c> for one between possible ones.</returns>
    public PhoneNumberProblem CheckLength(int digits)
    {
        if (digits < 32 && (_lengths >> digits & 1) != 0)
            return PhoneNumberProblem.None;
        if (digits < uint.TrailingZeroCount(_lengths))
            return PhoneNumberProblem.TooShort;
        return digits > uint.Log2(_lengths) ? PhoneNumberProblem.TooLong : PhoneNumberProblem.NotAssigned;
    }

    /// <summary>The kind of a national number; <see cref="PhoneNumberKind.Unknown"/> for one that the plan does not have.</summary>
    public PhoneNumberKind KindOf(ReadOnlySpan<char> digits)
    {
        if (!Numbers.Matches(digits))
            return PhoneNumberKind.Unknown;
        foreach (var kind in SpecialKinds)
        {
            if (Of(kind).Matches(digits))
                return kind;
        }
        var mobile = Of(PhoneNumberKind.Mobile);
        if (Of(PhoneNumberKind.FixedLine).Matches(digits))
        {
            var both = mobile.Exists && (mobile.IsBlank || mobile.Matches(digits));
            return both ? PhoneNumberKind.FixedLineOrMobile : PhoneNumberKind.FixedLine;
        }
        return mobile is { Exists: true, IsBlank: false } && mobile.Matches(digits) ? PhoneNumberKind.Mobile : PhoneNumberKind.Unknown;
    }

    private NumberPattern Of(PhoneNumberKind kind) => _kinds[(int)kind - 1];
}
