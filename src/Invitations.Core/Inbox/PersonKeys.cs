namespace Invitations;

/// <summary>By what the invitations of a person are found.</summary>
internal sealed class PersonKeys(IPhoneNumberParser phones)
{
    public IReadOnlyCollection<UniqueKey> Of(Acceptor person)
    {
        var keys = new HashSet<UniqueKey>();
        foreach (var text in person.VerifiedEmails.Concat(person.VerifiedAliases))
        {
            if (EmailAddress.TryParse(text, out var email))
                keys.Add(new(UniqueKeyKind.Email, email.Value));
        }

        foreach (var text in person.VerifiedPhones)
        {
            if (phones.Parse(new() { Text = text }).Number is { } number)
                keys.Add(new(UniqueKeyKind.Phone, number.Value));
        }

        if (person.UserId is { } userId)
            keys.Add(new(UniqueKeyKind.User, userId));
        return keys;
    }
}
