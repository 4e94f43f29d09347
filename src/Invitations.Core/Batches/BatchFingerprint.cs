using System.Security.Cryptography;
using System.Text;

namespace Invitations;

/// <summary>A hash of all rows up to one, by which a list that is given again is told from another one, wherever the first was cut off.</summary>
internal sealed class BatchFingerprint
{
    private readonly byte[] _hash;
    private byte[] _input = new byte[1024];

    private BatchFingerprint(byte[] hash) => _hash = hash;

    /// <summary>What comes before the first row: who stages, and how.</summary>
    public static BatchFingerprint Of(Inviter inviter, BatchMode mode, string options) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', inviter.IsSystem, inviter.UserId, mode, options))));

    public void Add(ReadOnlySpan<byte> row)
    {
        var length = _hash.Length + row.Length;
        if (_input.Length < length)
            _input = new byte[length * 2];
        _hash.CopyTo(_input, 0);
        row.CopyTo(_input.AsSpan(_hash.Length));
        SHA256.HashData(_input.AsSpan(0, length), _hash);
    }

    public BatchFingerprint Clone() => new([.. _hash]);

    public override string ToString() => Convert.ToHexStringLower(_hash);
}
