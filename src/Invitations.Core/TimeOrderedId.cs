using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Invitations;

/// <summary>Makes ids of version 7 (RFC 9562): milliseconds, a counter of 26 bits (section 6.2, method 1), then 48 random bits.</summary>
/// <remarks>
/// The counter keeps the rows of a chunk, which share an instant, in their order wherever they are sorted by id. The random bytes are
/// fetched for many ids at once: a row needs three ids, and asking the system for each cost more than half of what a row costs before
/// the store.
/// </remarks>
internal static class TimeOrderedId
{
    private const int RandomBytes = 6;
    private const int SeedBytes = 4;
    private const int IdsPerFill = 64;
    private const int LowBits = 14;

    /// <summary>A counter starts somewhere in the lower half, so that it has room to count.</summary>
    private const uint SeedMask = (1 << 25) - 1;

    [ThreadStatic]
    private static Source? _source;

    public static Guid At(DateTimeOffset instant)
    {
        var milliseconds = instant.ToUnixTimeMilliseconds();
        ArgumentOutOfRangeException.ThrowIfNegative(milliseconds, nameof(instant));

        var source = _source ??= new();
        var counter = source.Count(milliseconds);
        Span<byte> id = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(id, (milliseconds << 16) | 0x7000 | (counter >> LowBits));
        BinaryPrimitives.WriteUInt16BigEndian(id[8..], (ushort)(0x8000 | (counter & ((1 << LowBits) - 1))));
        source.Next(RandomBytes).CopyTo(id[10..]);
        return new Guid(id, bigEndian: true);
    }

    private sealed class Source
    {
        private readonly byte[] _random = new byte[IdsPerFill * RandomBytes];
        private int _used = IdsPerFill * RandomBytes;
        private long _milliseconds = -1;
        private uint _counter;

        public uint Count(long milliseconds)
        {
            if (milliseconds != _milliseconds || _counter > SeedMask * 2)
            {
                _counter = BinaryPrimitives.ReadUInt32BigEndian(Next(SeedBytes)) & SeedMask;
                _milliseconds = milliseconds;
            }

            return _counter++;
        }

        public ReadOnlySpan<byte> Next(int count)
        {
            if (_used + count > _random.Length)
            {
                RandomNumberGenerator.Fill(_random);
                _used = 0;
            }

            _used += count;
            return _random.AsSpan(_used - count, count);
        }
    }
}
