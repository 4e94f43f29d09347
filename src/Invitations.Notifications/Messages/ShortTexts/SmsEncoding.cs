namespace Invitations;

/// <summary>How a text message is encoded on its way.</summary>
public enum SmsEncoding
{
    /// <summary>The seven-bit alphabet of GSM 03.38: 160 characters in one segment, 153 in each of several.</summary>
    Gsm7,

    /// <summary>Sixteen bits a character, for every other text: 70 in one segment, 67 in each of several. An emoji counts as two.</summary>
    Ucs2,
}
