using System.Data.Common;

namespace Invitations.Stores.EntityFramework;

/// <summary>The columns of <see cref="Invitation.Recipient"/>.</summary>
internal sealed class RecipientColumns(Table<Invitation> table)
{
    private readonly Column<Invitation, string?> _email = table.OptionalText("email", row => row.Recipient.Email, OpenKeys.LengthOf(UniqueKeyKind.Email), isKey: true);
    private readonly Column<Invitation, string?> _phone = table.OptionalText("phone", row => row.Recipient.Phone, OpenKeys.LengthOf(UniqueKeyKind.Phone), isKey: true);
    private readonly Column<Invitation, string?> _identifierKind = table.OptionalText("identifier_kind", row => row.Recipient.Identifier?.Kind);
    private readonly Column<Invitation, string?> _identifierValue = table.OptionalText("identifier_value", row => row.Recipient.Identifier?.Value);
    private readonly Column<Invitation, string?> _userId = table.OptionalText("user_id", row => row.Recipient.UserId, OpenKeys.LengthOf(UniqueKeyKind.User), isKey: true);

    public Recipient Read(DbDataReader reader) => new()
    {
        Email = _email.Read(reader),
        Phone = _phone.Read(reader),
        Identifier = ReadIdentifier(_identifierKind.Read(reader), _identifierValue.Read(reader)),
        UserId = _userId.Read(reader),
    };

    private static RecipientIdentifier? ReadIdentifier(string? kind, string? value)
    {
        if (kind is null)
            return null;
        return RecipientIdentifier.TryCreate(kind, value, out var identifier, out var problem)
            ? identifier
            : throw new InvalidOperationException($"The table of invitations holds an identifier that nobody could have made ({problem}).");
    }
}
