using System.Globalization;
using FluentValidation;
using FluentValidation.Results;

namespace Invitations;

/// <summary>Holds the host's own fields against their definitions.</summary>
internal static class FieldRules
{
    public static void Check(
        IReadOnlyList<FieldDefinition> definitions, IReadOnlyDictionary<string, string> values, bool isWhole, ValidationContext<InviteDraft> context)
    {
        foreach (var error in Judge(definitions, values, isWhole))
            Add(context, error);
    }

    /// <summary>Judges values.</summary>
    /// <param name="definitions">The fields that there are.</param>
    /// <param name="values">The values by key.</param>
    /// <param name="isWhole">Whether these are all values that there will be, so that a required one must be among them.</param>
    public static IEnumerable<InvitationError> Judge(
        IReadOnlyList<FieldDefinition> definitions, IReadOnlyDictionary<string, string> values, bool isWhole)
    {
        foreach (var definition in definitions)
        {
            if (Judge(definition, values.GetValueOrDefault(definition.Key), isWhole) is { } error)
                yield return error;
        }

        foreach (var key in values.Keys)
        {
            if (!definitions.Any(definition => string.Equals(definition.Key, key, StringComparison.Ordinal)))
                yield return Refusals.Value(InvitationErrorCodes.FieldUnknown, ForeignText.Shown(key));
        }
    }

    private static InvitationError? Judge(FieldDefinition definition, string? value, bool isWhole)
    {
        if (string.IsNullOrWhiteSpace(value))
            return isWhole && definition.IsRequired ? Refusals.Value(InvitationErrorCodes.ValueMissing, definition.Key) : null;
        if (value.Length > definition.MaxLength)
            return Refusals.Of(InvitationErrorCodes.TextTooLong, definition.Key, "field", definition.Key, "limit", definition.MaxLength);
        if (definition.Choices.Count > 0 && !definition.Choices.Contains(value, StringComparer.OrdinalIgnoreCase))
        {
            return Refusals.Of(
                InvitationErrorCodes.ValueNotChoice, definition.Key, "field", definition.Key, "choices", definition.Choices);
        }

        return definition.Type switch
        {
            FieldType.Date when !DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) =>
                Refusals.Value(InvitationErrorCodes.ValueNotDate, definition.Key),
            FieldType.Number when !decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _) =>
                Refusals.Value(InvitationErrorCodes.ValueNotNumber, definition.Key),
            FieldType.Boolean when value is not ("true" or "false") => Refusals.Value(InvitationErrorCodes.ValueNotBoolean, definition.Key),
            _ => null,
        };
    }

    private static void Add(ValidationContext<InviteDraft> context, InvitationError error) =>
        context.AddFailure(new ValidationFailure(error.Field, error.Code) { ErrorCode = error.Code, CustomState = error });
}
