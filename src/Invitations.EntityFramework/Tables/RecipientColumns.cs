using System.Data.Common;

namespace Invitations.Stores.EntityFramework;

/// <summary>The columns of a <see cref="Recipient"/>.</summary>
internal sealed class RecipientColumns<TRow>(Table<TRow> table, Func<TRow, Recipient> recipient)
{
    private readonly Column<TRow, string?> _email = table.OptionalText("email", row => recipient(row).Email, OpenKeys.LengthOf(UniqueKeyKind.Email), isKey: true);
    private readonly Column<TRow, string?> _phone = table.OptionalText("phone", row => recipient(row).Phone, OpenKeys.LengthOf(UniqueKeyKind.Phone), isKey: true);
    private readonly Column<TRow, string?> _identifierKind = table.OptionalText("identifier_kind", row => recipient(row).Identifier?.Kind);
    private readonly Column<TRow, string?> _identifierValue = table.OptionalText("identifier_value", row => recipient(row).Identifier?.Value);
    private readonly Column<TRow, string?> _userId = table.OptionalText("user_id", row => recipient(row).UserId, OpenKeys.LengthOf(UniqueKeyKind.User), isKey: true);
    private readonly Column<TRow, string?> _identifierKey =
        table.OptionalText("identifier_key", row => recipient(row).Identifier?.Key, OpenKeys.LengthOf(UniqueKeyKind.Identifier), isKey: true);

    /// <summary>The names of all of them.</summary>
    public IEnumerable<string> Names => [_email.Name, _phone.Name, _identifierKind.Name, _identifierValue.Name, _userId.Name, _identifierKey.Name];

    /// <summary>The column by which a person is found.</summary>
    /// <exception cref="ArgumentException">The kind is none that a recipient has.</exception>
    public static string ColumnOf(UniqueKeyKind kind) => kind switch
    {
        UniqueKeyKind.Email => "email",
        UniqueKeyKind.Phone => "phone",
        UniqueKeyKind.Identifier => "identifier_key",
        UniqueKeyKind.User => "user_id",
        _ => throw new ArgumentException($"A recipient has no {kind}.", nameof(kind)),
    };

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
            : throw new InvalidOperationException($"A table holds an identifier that nobody could have made ({problem}).");
    }
}
