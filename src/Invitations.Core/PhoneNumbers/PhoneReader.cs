using System.Globalization;

namespace Invitations;

/// <summary>Reads a text as libphonenumber does: country code, national prefix, national number, region and kind, in this order.</summary>
internal static class PhoneReader
{
    /// <summary>The room that an E.164 form needs.</summary>
    public const int E164Length = 1 + PhoneNumber.MaxDigits;

    private const int FewestNationalDigits = 2;
    private const int MostNationalDigits = 17;

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text as typed.</param>
    /// <param name="defaultRegion">The country of numbers without country code, or null.</param>
    /// <param name="e164">Room for <see cref="E164Length"/> characters. A number that is refused is written there too, where it could be understood.</param>
    public static PhoneReading Read(ReadOnlySpan<char> text, string? defaultRegion, Span<char> e164)
    {
        if (text.IsWhiteSpace())
            return new(PhoneNumberProblem.Empty);
        if (text.Length > PhoneText.MaxLength)
            return new(PhoneNumberProblem.TooLong);

        Span<char> buffer = stackalloc char[PhoneText.MaxLength];
        Span<char> number = stackalloc char[PhoneText.MaxLength];
        var folded = buffer[..PhoneText.Fold(text, buffer)];
        var length = PhoneUri.Unwrap(folded, number);
        if (length < 0)
            return new(PhoneNumberProblem.NotANumber);

        Span<char> digits = stackalloc char[PhoneText.MaxLength];
        var typed = TypedNumber.Read(number[..length], digits);
        var reading = typed.Problem == PhoneNumberProblem.None
            ? ReadDigits(typed, digits[..typed.Digits], NumberingPlanTable.World.OfRegion(defaultRegion), e164)
            : new(typed.Problem);
        if (reading.Problem is PhoneNumberProblem.NotANumber or PhoneNumberProblem.TooLong && PhoneText.HoldsSeveral(folded))
            reading = reading with { Problem = PhoneNumberProblem.SeveralNumbers };
        return reading with { HasExtension = typed.HasExtension };
    }

    private static PhoneReading ReadDigits(TypedNumber typed, ReadOnlySpan<char> digits, NumberingPlan? home, Span<char> e164)
    {
        if (!typed.IsInternational && home is null)
            return new(PhoneNumberProblem.CountryCodeMissing);
        if (typed.IsInternational && digits.Length <= FewestNationalDigits)
            return new(PhoneNumberProblem.TooShort);

        Span<char> afterCode = stackalloc char[PhoneText.MaxLength + NationalPrefix.MaxGrowth];
        var (problem, plan, length) = ReadCountryCode(typed.IsInternational, digits, home, afterCode);
        if (problem != PhoneNumberProblem.None)
            return new(problem);

        Span<char> afterPrefix = stackalloc char[afterCode.Length + NationalPrefix.MaxGrowth];
        var national = afterCode[..length];
        var stripped = plan!.NationalPrefix.Strip(national, plan.Numbers, afterPrefix);
        if (stripped >= 0 && plan.CheckLength(stripped) is PhoneNumberProblem.None or PhoneNumberProblem.TooLong)
            national = afterPrefix[..stripped];

        return national.Length switch
        {
            < FewestNationalDigits => new(PhoneNumberProblem.TooShort),
            > MostNationalDigits => new(PhoneNumberProblem.TooLong),
            _ => Judge(plan, national, e164),
        };
    }

    /// <summary>Finds the plan by which the number is to be read, and writes the number without its country code.</summary>
    private static (PhoneNumberProblem Problem, NumberingPlan? Plan, int Length) ReadCountryCode(
        bool international, ReadOnlySpan<char> digits, NumberingPlan? home, Span<char> national)
    {
        if (international)
        {
            var (plan, code) = NumberingPlanTable.World.ReadCallingCode(digits);
            if (plan is not null)
                return (PhoneNumberProblem.None, plan, Copy(digits[code..], national));
            if (home is null)
                return (PhoneNumberProblem.CountryCodeUnknown, null, 0);
        }

        var prefix = home!.InternationalPrefix.MatchLength(digits);
        // A zero cannot follow an international prefix, so these digits are none.
        if (prefix >= 0 && (prefix == digits.Length || digits[prefix] != '0'))
        {
            var abroad = digits[prefix..];
            if (abroad.Length <= FewestNationalDigits)
                return (PhoneNumberProblem.TooShort, null, 0);
            var (plan, code) = NumberingPlanTable.World.ReadCallingCode(abroad);
            return plan is null
                ? (PhoneNumberProblem.CountryCodeUnknown, null, 0)
                : (PhoneNumberProblem.None, plan, Copy(abroad[code..], national));
        }

        var length = ReadCodeWithoutPlus(digits, home, national);
        if (length >= 0)
            return (PhoneNumberProblem.None, NumberingPlanTable.World.OfCallingCode(home.CallingCode)[0], length);
        // A plus, but no country code behind it.
        return international ? (PhoneNumberProblem.CountryCodeUnknown, null, 0) : (PhoneNumberProblem.None, home, Copy(digits, national));
    }

    /// <summary>
    /// Takes off the home country's own code where it was typed without a plus: when the number is one without the code and none with
    /// it, or is too long with it.
    /// </summary>
    private static int ReadCodeWithoutPlus(ReadOnlySpan<char> digits, NumberingPlan home, Span<char> national)
    {
        var (plan, code) = NumberingPlanTable.World.ReadCallingCode(digits);
        if (plan?.CallingCode != home.CallingCode)
            return -1;
        var rest = digits[code..];
        var stripped = home.NationalPrefix.Strip(rest, home.Numbers, national);
        var length = stripped >= 0 ? stripped : Copy(rest, national);
        var better = home.Numbers.HasForm(national[..length]) && !home.Numbers.HasForm(digits);
        return better || home.CheckLength(digits.Length) == PhoneNumberProblem.TooLong ? length : -1;
    }

    private static PhoneReading Judge(NumberingPlan plan, ReadOnlySpan<char> national, Span<char> e164)
    {
        e164[0] = '+';
        plan.CallingCode.TryFormat(e164[1..], out var code, default, CultureInfo.InvariantCulture);
        national.CopyTo(e164[(1 + code)..]);
        var length = 1 + code + national.Length;

        var sharing = NumberingPlanTable.World.OfCallingCode(plan.CallingCode);
        foreach (var candidate in sharing)
        {
            if (sharing.Length > 1 && candidate.LeadingDigits.Exists && candidate.LeadingDigits.MatchLength(national) < 0)
                continue;
            var kind = candidate.KindOf(national);
            if (kind != PhoneNumberKind.Unknown)
                return new(PhoneNumberProblem.None, length, candidate.Region, kind);
            // Leading digits name the country even where it has no such number.
            if (candidate.LeadingDigits.Exists)
                break;
        }
        var problem = plan.CheckLength(national.Length);
        return new(problem == PhoneNumberProblem.None ? PhoneNumberProblem.NotAssigned : problem, length);
    }

    private static int Copy(ReadOnlySpan<char> digits, Span<char> target)
    {
        digits.CopyTo(target);
        return digits.Length;
    }
}
