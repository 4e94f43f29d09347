namespace Invitations;

/// <summary>The built-in parser: reads numbers by the numbering plans that are embedded in the assembly.</summary>
internal sealed class MetadataPhoneNumberParser : IPhoneNumberParser
{
    /// <inheritdoc />
    public PhoneNumberResult Parse(PhoneNumberContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        Span<char> e164 = stackalloc char[PhoneReader.E164Length];
        var reading = PhoneReader.Read(context.Text, context.DefaultRegion, e164);
        if (reading.Problem != PhoneNumberProblem.None)
            return new(reading.Problem);
        if (reading.HasExtension && !context.StripExtension)
            return new(PhoneNumberProblem.Extension);

        var digits = e164[..reading.Length];
        // Most rows of an import are in this form already; their text is kept instead of copied.
        var value = digits.SequenceEqual(context.Text) ? context.Text : digits.ToString();
        return new(new PhoneNumber(value, reading.Region, reading.Kind));
    }
}
