using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Invitations;

/// <summary>Which keys had a row already, and which row, in about 30 bytes a key whatever its length: of a key only 128 bits of a hash are kept.</summary>
internal sealed class SeenKeys
{
    private const int ShortLength = 512;

    /// <summary>Many small tables: growing one copies a part only, and never needs all of the memory twice.</summary>
    private HashedRows?[]? _parts;

    public int? RowWith(UniqueKey key)
    {
        if (_parts is null)
            return null;
        var (low, high) = HashOf(key);
        return _parts[high >> 56]?.Find(low, high);
    }

    /// <summary>Remembers the first row of a key.</summary>
    public void Remember(UniqueKey key, int row)
    {
        var (low, high) = HashOf(key);
        _parts ??= new HashedRows?[256];
        (_parts[high >> 56] ??= new()).TryAdd(low, high, row);
    }

    private static (ulong Low, ulong High) HashOf(UniqueKey key)
    {
        var size = Encoding.UTF8.GetMaxByteCount(key.Value.Length) + 1;
        byte[]? rented = null;
        var bytes = size > ShortLength ? rented = ArrayPool<byte>.Shared.Rent(size) : stackalloc byte[ShortLength];
        bytes[0] = (byte)key.Kind;
        var length = Encoding.UTF8.GetBytes(key.Value, bytes[1..]) + 1;
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes[..length], hash);
        if (rented is not null)
            ArrayPool<byte>.Shared.Return(rented, clearArray: true);
        return (BinaryPrimitives.ReadUInt64LittleEndian(hash), BinaryPrimitives.ReadUInt64LittleEndian(hash[sizeof(ulong)..]));
    }
}
