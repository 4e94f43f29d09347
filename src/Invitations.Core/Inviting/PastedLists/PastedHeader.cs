using System.Collections.Frozen;
using System.Text;

namespace Invitations;

/// <summary>Knows the header of a copied column of addresses or phone numbers.</summary>
internal static class PastedHeader
{
    private const int LongestHeader = 60;

    private static readonly FrozenSet<string> Headers = new[]
    {
        // English
        "email", "emails", "emailaddress", "emailaddresses", "emailid", "mail", "mailaddress", "workemail", "useremail", "contactemail",
        "phone", "phonenumber", "phonenumbers", "mobile", "mobilenumber", "mobilephone", "telephone", "telephonenumber", "cellphone",
        // French
        "adresseemail", "adressesemail", "adressemail", "adressesmail", "adresseelectronique", "courriel", "adressecourriel", "mel",
        "telephones", "numerodetelephone", "telephoneportable", "telephonemobile", "portable",
        // German
        "emailadresse", "mailadresse", "mailadressen", "telefon", "telefonnummer", "handy", "handynummer", "mobilnummer", "mobiltelefon",
        // Dutch
        "emailadres", "emailadressen", "mailadres", "telefoon", "telefoonnummer", "gsm", "gsmnummer", "mobielnummer",
        // Spanish, Portuguese, Italian
        "correo", "correoelectronico", "direcciondecorreoelectronico", "enderecodeemail", "indirizzoemail", "postaelettronica", "telefono", "telefone",
        // Scandinavian, Polish
        "epost", "epostadresse", "epostadress", "epostaddress", "adresemail",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Compares letters alone, without case and accents: <c>E-Mail-Adresse:</c> is <c>emailadresse</c>.</summary>
    public static bool IsHeader(ReadOnlySpan<char> text)
    {
        if (text.Length > LongestHeader || text.Contains('@') || HiddenCharacters.In(text))
            return false;

        var letters = new StringBuilder(text.Length);
        foreach (var character in text.ToString().Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetter(character))
                letters.Append(char.ToLowerInvariant(character));
            else if (char.IsDigit(character))
                return false;
        }

        return Headers.Contains(letters.ToString());
    }
}
