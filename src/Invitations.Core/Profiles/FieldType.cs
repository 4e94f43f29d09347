namespace Invitations;

/// <summary>The type of the value of a <see cref="FieldDefinition"/>.</summary>
public enum FieldType
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>A date, kept as <c>yyyy-MM-dd</c>.</summary>
    Date,

    /// <summary>A whole or decimal number with a point, kept as written.</summary>
    Number,

    /// <summary>True or false, kept as <c>true</c> or <c>false</c>.</summary>
    Boolean,
}
