using PhoneNumbers;
using ParsedNumber = PhoneNumbers.PhoneNumber;

namespace Invitations;

/// <summary>Reads phone numbers with libphonenumber-csharp.</summary>
/// <remarks>
/// Thread-safe; register it as a singleton. It differs from the built-in parser in what it makes of letters: three and more are taken
/// for the digits of their keys (<c>1-800-FLOWERS</c>), fewer are dropped. It never answers <see cref="PhoneNumberProblem.SeveralNumbers"/>.
/// A text that is no number costs an exception inside the library, some microseconds each.
/// </remarks>
public sealed class LibPhoneNumberParser : IPhoneNumberParser
{
    private const string UnknownRegion = "ZZ";
    private const char FullWidthPlus = '\uFF0B';

    private readonly PhoneNumberUtil _library;

    /// <summary>Creates a parser on the numbering plans that come with libphonenumber-csharp.</summary>
    public LibPhoneNumberParser() : this(PhoneNumberUtil.GetInstance())
    {
    }

    /// <summary>Creates a parser on an instance of the library, for hosts that load numbering plans of their own.</summary>
    /// <param name="library">The instance, which is shared by all threads.</param>
    /// <exception cref="ArgumentNullException"><paramref name="library"/> is null.</exception>
    public LibPhoneNumberParser(PhoneNumberUtil library)
    {
        ArgumentNullException.ThrowIfNull(library);
        _library = library;
    }

    /// <inheritdoc />
    public PhoneNumberResult Parse(PhoneNumberContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (string.IsNullOrWhiteSpace(context.Text))
            return new(PhoneNumberProblem.Empty);

        var region = context.DefaultRegion?.ToUpperInvariant() ?? UnknownRegion;
        ParsedNumber number;
        try
        {
            number = _library.Parse(context.Text, region);
        }
        catch (NumberParseException exception)
        {
            var hasCountryCode = HasPlus(context.Text) || _library.GetCountryCodeForRegion(region) != 0;
            return new(ProblemOf(exception.ErrorType, hasCountryCode));
        }
        catch (ArgumentOutOfRangeException)
        {
            // The library does not expect ';phone-context=' in front of 'tel:'.
            return new(PhoneNumberProblem.NotANumber);
        }

        if (!_library.IsValidNumber(number))
            return new(ProblemOf(_library.IsPossibleNumberWithReason(number)));
        if (number.HasExtension && !context.StripExtension)
            return new(PhoneNumberProblem.Extension);
        return new(new PhoneNumber(_library.Format(number, PhoneNumberFormat.E164), RegionOf(number), KindOf(number)));
    }

    private static bool HasPlus(string text) => text.AsSpan().ContainsAny('+', FullWidthPlus);

    private static PhoneNumberProblem ProblemOf(ErrorType error, bool hasCountryCode) => error switch
    {
        ErrorType.INVALID_COUNTRY_CODE when hasCountryCode => PhoneNumberProblem.CountryCodeUnknown,
        ErrorType.INVALID_COUNTRY_CODE => PhoneNumberProblem.CountryCodeMissing,
        ErrorType.TOO_SHORT_AFTER_IDD or ErrorType.TOO_SHORT_NSN => PhoneNumberProblem.TooShort,
        ErrorType.TOO_LONG => PhoneNumberProblem.TooLong,
        _ => PhoneNumberProblem.NotANumber,
    };

    private static PhoneNumberProblem ProblemOf(PhoneNumberUtil.ValidationResult length) => length switch
    {
        PhoneNumberUtil.ValidationResult.TOO_SHORT or PhoneNumberUtil.ValidationResult.IS_POSSIBLE_LOCAL_ONLY => PhoneNumberProblem.TooShort,
        PhoneNumberUtil.ValidationResult.TOO_LONG => PhoneNumberProblem.TooLong,
        _ => PhoneNumberProblem.NotAssigned,
    };

    private string? RegionOf(ParsedNumber number)
    {
        var region = _library.GetRegionCodeForNumber(number);
        return region == PhoneNumberUtil.REGION_CODE_FOR_NON_GEO_ENTITY ? null : region;
    }

    private PhoneNumberKind KindOf(ParsedNumber number) => _library.GetNumberType(number) switch
    {
        PhoneNumberType.FIXED_LINE => PhoneNumberKind.FixedLine,
        PhoneNumberType.MOBILE => PhoneNumberKind.Mobile,
        PhoneNumberType.FIXED_LINE_OR_MOBILE => PhoneNumberKind.FixedLineOrMobile,
        PhoneNumberType.TOLL_FREE => PhoneNumberKind.TollFree,
        PhoneNumberType.PREMIUM_RATE => PhoneNumberKind.PremiumRate,
        PhoneNumberType.SHARED_COST => PhoneNumberKind.SharedCost,
        PhoneNumberType.VOIP => PhoneNumberKind.VoIP,
        PhoneNumberType.PERSONAL_NUMBER => PhoneNumberKind.PersonalNumber,
        PhoneNumberType.PAGER => PhoneNumberKind.Pager,
        PhoneNumberType.UAN => PhoneNumberKind.UniversalAccess,
        PhoneNumberType.VOICEMAIL => PhoneNumberKind.Voicemail,
        _ => PhoneNumberKind.Unknown,
    };
}
