using Invitations;

namespace Snippets;

public static class Addresses
{
    public static void Email()
    {
        #region email-address
        if (EmailAddress.TryParse(" Ana+Invites@Bücher.example ", out var address, out EmailAddressProblem problem))
        {
            Console.WriteLine(address.Value);          // ana+invites@xn--bcher-kva.example
            Console.WriteLine(address.RateLimitKey);   // ana@xn--bcher-kva.example
            Console.WriteLine(address);                // a***@x***.example
        }
        else
        {
            Console.WriteLine(problem);                // SeveralAddresses, HiddenCharacter, ...
        }
        #endregion
    }

    public static void Identifier()
    {
        #region identifier
        if (RecipientIdentifier.TryCreate(IdentifierKinds.PersonnelNumber, " ab  12 ", out var identifier, out _))
        {
            Console.WriteLine(identifier.Value);   // ab 12
            Console.WriteLine(identifier.Key);     // personnel_number:AB 12
        }
        #endregion
    }
}
