using System.Data.Common;

namespace Invitations.Stores.EntityFramework;

internal sealed class SuppressionTable : Table<Suppression>
{
    private readonly Column<Suppression, string> _scope;
    private readonly Column<Suppression, string> _addressHash;
    private readonly Column<Suppression, Guid> _id;
    private readonly Column<Suppression, string> _maskedAddress;
    private readonly Column<Suppression, int> _reason;
    private readonly Column<Suppression, string?> _by;
    private readonly Column<Suppression, long> _at;

    public SuppressionTable()
        : base("invitation_suppressions")
    {
        _scope = Text("scope", row => Stored(row.Scope), TenantId.MaxLength, isKey: true);
        _addressHash = Text("address_hash", row => row.AddressHash, 64, isKey: true);
        _id = Value("id", row => row.Id);
        _maskedAddress = Text("masked_address", row => row.MaskedAddress);
        _reason = Value("reason", row => (int)row.Reason);
        _by = OptionalText("entered_by", row => row.By);
        _at = Value("at", row => Instants.Stored(row.At));
        Index("list", "scope", "id");
    }

    public override string[] Key => ["scope", "address_hash"];

    public override string? TenantColumn => "scope";

    /// <summary>No tenant has an empty id, so it stands for all of them.</summary>
    public static string Stored(SuppressionScope scope) => scope.Tenant?.Value ?? "";

    public override Suppression Read(DbDataReader reader) => new()
    {
        Id = _id.Read(reader),
        Scope = _scope.Read(reader) is { Length: > 0 } tenant ? SuppressionScope.Of(tenant) : SuppressionScope.Everywhere,
        AddressHash = _addressHash.Read(reader),
        MaskedAddress = _maskedAddress.Read(reader),
        Reason = (SuppressionReason)_reason.Read(reader),
        By = _by.Read(reader),
        At = Instants.Read(_at.Read(reader)),
    };
}
