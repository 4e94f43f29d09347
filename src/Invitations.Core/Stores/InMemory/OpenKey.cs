namespace Invitations.Stores.InMemory;

/// <summary>A unique key within its tenant. It keeps its hash code, since it is looked up several times before it is stored.</summary>
internal readonly struct OpenKey(TenantId tenant, UniqueKey key) : IEquatable<OpenKey>
{
    private readonly TenantId _tenant = tenant;
    private readonly string _value = key.Value;
    private readonly UniqueKeyKind _kind = key.Kind;
    private readonly int _hash = HashCode.Combine(tenant, key.Kind, key.Value);

    public UniqueKeyKind Kind => _kind;

    public bool Equals(OpenKey other) =>
        _hash == other._hash && _kind == other._kind && string.Equals(_value, other._value, StringComparison.Ordinal) && _tenant == other._tenant;

    public override bool Equals(object? obj) => obj is OpenKey other && Equals(other);

    public override int GetHashCode() => _hash;
}
