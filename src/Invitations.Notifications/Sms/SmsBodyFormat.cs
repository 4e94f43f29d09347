namespace Invitations;

/// <summary>How the fields of a request to an SMS gateway are written.</summary>
public enum SmsBodyFormat
{
    /// <summary>As a form: <c>application/x-www-form-urlencoded</c>.</summary>
    Form,

    /// <summary>As one JSON object of texts.</summary>
    Json,
}
