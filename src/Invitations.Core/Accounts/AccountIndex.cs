namespace Invitations;

/// <summary>The accounts that a directory found, by what they can meet.</summary>
internal sealed class AccountIndex
{
    private readonly Dictionary<string, Account> _byEmail = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Account> _byPhone = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Account> _byEmployeeId = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Account> _byUserId = new(StringComparer.Ordinal);

    public AccountIndex(IReadOnlyCollection<Account> accounts)
    {
        foreach (var account in accounts)
        {
            _byUserId.TryAdd(account.UserId, account);

            // A directory may give addresses as its users once typed them.
            if (EmailAddress.TryParse(account.Email, out var email))
                _byEmail.TryAdd(email.Value, account);
            if (account.Phone is { } phone)
                _byPhone.TryAdd(phone, account);
            if (account.EmployeeId is { } employeeId)
                _byEmployeeId.TryAdd(employeeId, account);
        }
    }

    /// <returns>The account that the recipient refers to, a member before others; and whether the addresses belong to several accounts.</returns>
    public (Account? Account, bool IsOneOfSeveral) Of(Recipient recipient)
    {
        // An id is what the host says, an address what somebody typed.
        if (recipient.UserId is { } userId && _byUserId.TryGetValue(userId, out var named))
            return (named, false);
        var byEmail = recipient.Email is { } email ? _byEmail.GetValueOrDefault(email) : null;
        var byPhone = recipient.Phone is { } phone ? _byPhone.GetValueOrDefault(phone) : null;
        var isOneOfSeveral = byEmail is not null && byPhone is not null && !string.Equals(byEmail.UserId, byPhone.UserId, StringComparison.Ordinal);
        return (isOneOfSeveral && byPhone!.IsMember && !byEmail!.IsMember ? byPhone : byEmail ?? byPhone, isOneOfSeveral);
    }

    public Account? OfEmployee(string? employeeId) => employeeId is null ? null : _byEmployeeId.GetValueOrDefault(employeeId);
}
