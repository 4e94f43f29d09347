using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Invitations;

/// <summary>Which keys had a row already, and which row, in 40 bytes a key whatever its length: of a key only 128 bits of a hash are kept.</summary>
internal sealed class SeenKeys
{
    private const int ShortLength = 512;

    private readonly Dictionary<UInt128, int> _rows = [];

    public int? RowWith(UniqueKey key) => _rows.Count > 0 && _rows.TryGetValue(HashOf(key), out var row) ? row : null;

    /// <summary>Remembers the first row of a key.</summary>
    public void Remember(UniqueKey key, int row) => _rows.TryAdd(HashOf(key), row);

    private static UInt128 HashOf(UniqueKey key)
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
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }
}
