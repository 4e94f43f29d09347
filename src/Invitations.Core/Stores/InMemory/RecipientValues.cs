namespace Invitations.Stores.InMemory;

/// <summary>The values by which a person is found.</summary>
internal static class RecipientValues
{
    public static string? Of(Recipient recipient, UniqueKeyKind kind) => kind switch
    {
        UniqueKeyKind.Email => recipient.Email,
        UniqueKeyKind.Phone => recipient.Phone,
        UniqueKeyKind.Identifier => recipient.Identifier?.Key,
        _ => recipient.UserId,
    };
}
